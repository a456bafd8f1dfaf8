import Traffic

/// A table for the eye that grows while somebody looks on.
///
/// Rows are laid out some at a time, as wide as they and those shortly before them need; where that changes the
/// columns, the header stands again.
struct TableInParts<Row: Sendable>: RowLayout {
    var context = RowContext()
    private let profile: Profile<Row>
    private let width: Int
    private var shown: [Row] = []
    private var waiting: [Row] = []
    private var header: [Substring] = []
    private var remark: Substring?

    /// How many rows before are looked at to know how wide the columns are.
    private static var memory: Int { 64 }
    /// How many rows are laid out at once.
    private static var part: Int { 512 }

    /// A table for a terminal of some width; nil lets lines be as long as they need.
    init(_ profile: Profile<Row>, width: Int?) {
        self.profile = profile
        self.width = width ?? .max
    }

    func begin(_ bytes: inout [UInt8]) {}

    mutating func add(_ row: Row, to bytes: inout [UInt8]) {
        waiting.append(row)
        if waiting.count >= Self.part { pause(&bytes) }
    }

    mutating func pause(_ bytes: inout [UInt8]) {
        guard !waiting.isEmpty else { return }
        layOut(&bytes)
        shown = Array((shown + waiting).suffix(Self.memory))
        waiting = []
    }

    /// Says at the end, and once, which columns did not fit.
    mutating func end(_ bytes: inout [UInt8], at time: Timestamp?) {
        pause(&bytes)
        if let remark { bytes.append(line: remark) }
    }
}

extension TableInParts {
    /// The library's table is a header, a line for each row, and maybe a remark on columns left out.
    private mutating func layOut(_ bytes: inout [UInt8]) {
        let rows = shown + waiting
        let table = TerminalTable(profile, width: width, captureStart: context.captureStart)
        var lines = table.text(rows).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        remark = lines.last?.hasPrefix("…") == true ? lines.popLast() : nil
        let header = Array(lines.prefix(lines.count - rows.count))
        let isNew = header != self.header
        self.header = header
        for line in (isNew ? header : []) + lines.suffix(waiting.count) { bytes.append(line: line) }
    }
}

extension [UInt8] {
    fileprivate mutating func append(line: Substring) {
        append(contentsOf: line.utf8)
        append(10)
    }
}
