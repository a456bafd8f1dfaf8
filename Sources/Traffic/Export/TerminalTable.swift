/// A table to be read by eye, in a terminal of a given width: numbers aligned on the decimal point, words to the left,
/// units in the header.
///
///     print(TerminalTable(.flowbook.selecting(["initiator_address", "both_packets"]), width: 80).text(flows))
///
/// Columns that do not fit are left out from the right, and the last line says how many. All rows are laid out before
/// any is shown, so this is for tables of a size that people read.
public struct TerminalTable<Row>: Sendable {
    /// The columns.
    public let profile: Profile<Row>
    /// How many characters a line may have.
    public let width: Int
    /// When the capture began.
    public let captureStart: Timestamp

    private static var gap: String { "  " }
    private static var longestText: Int { 40 }

    /// A table of the columns of a profile; the width is held at 20 or more.
    public init(_ profile: Profile<Row>, width: Int = 80, captureStart: Timestamp = Timestamp(nanoseconds: 0)) {
        self.profile = profile
        self.width = max(width, 20)
        self.captureStart = captureStart
    }

    /// The table, each line with a line end.
    public func text(_ rows: some Sequence<Row>) -> String {
        var columns = profile.columns.map { LaidOutColumn($0.name, $0.unit, alignsRight: $0.type.isNumeric) }
        for (ordinal, row) in rows.enumerated() {
            let context = RowContext(captureStart: captureStart, ordinal: ordinal)
            for (place, column) in profile.columns.enumerated() {
                columns[place].add(column.value(of: row, in: context).shown(longest: Self.longestText))
            }
        }
        return lines(of: fitting(columns), leftOut: columns.count - fitting(columns).count)
    }
}

extension TerminalTable {
    /// The first columns, as many as fit; at least one.
    private func fitting(_ columns: [LaidOutColumn]) -> ArraySlice<LaidOutColumn> {
        var used = -Self.gap.count
        let count = columns.prefix { column in
            used += column.width + Self.gap.count
            return used <= width
        }.count
        return columns.prefix(max(count, 1))
    }

    private func lines(of columns: ArraySlice<LaidOutColumn>, leftOut: Int) -> String {
        guard let height = columns.first?.cells.count else { return "" }
        let hasUnits = columns.contains { !$0.cells[1].isEmpty }
        var lines = (0..<height).filter { $0 != 1 || hasUnits }.map { line in
            var text = columns.map { $0.padded(line) }.joined(separator: Self.gap)
            while text.last == " " { text.removeLast() }
            return text
        }
        if leftOut > 0 {
            lines.append(
                "… and \(leftOut) more \(leftOut == 1 ? "column" : "columns"): choose fewer, or widen the terminal")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}

/// The cells of a column, its name and unit on top, and how wide they are.
private struct LaidOutColumn {
    private(set) var cells: [String]
    private(set) var width: Int
    /// The most characters of a cell before its decimal point, and from there on.
    private var (head, tail) = (0, 0)
    private let alignsRight: Bool

    init(_ name: String, _ unit: String, alignsRight: Bool) {
        cells = [name, unit.isEmpty ? "" : "[\(unit)]"]
        width = max(cells[0].count, cells[1].count)
        self.alignsRight = alignsRight
    }

    mutating func add(_ cell: String) {
        cells.append(cell)
        let fraction = Self.fraction(of: cell)
        (head, tail) = (max(head, cell.count - fraction), max(tail, fraction))
        width = max(width, alignsRight ? head + tail : cell.count)
    }

    func padded(_ line: Int) -> String {
        let cell = cells[line]
        let blanks = width - cell.count
        guard alignsRight else { return cell + String(repeating: " ", count: blanks) }
        let after = line < Self.headerLines ? 0 : tail - Self.fraction(of: cell)
        return String(repeating: " ", count: blanks - after) + cell + String(repeating: " ", count: after)
    }

    private static let headerLines = 2

    /// How many characters of a number stand from its decimal point on.
    private static func fraction(of cell: String) -> Int {
        cell.firstIndex(of: ".").map { cell.distance(from: $0, to: cell.endIndex) } ?? 0
    }
}

extension FieldValue {
    /// The value for a reader: numbers with six significant digits, text without anything a terminal would act upon.
    fileprivate func shown(longest: Int) -> String {
        switch self {
        case .missing: "-"
        case .boolean(let isTrue): isTrue ? "yes" : "no"
        case .integer(let number): String(number)
        case .real(let number): number.isFinite ? number.roundedToSixDigits.description : "-"
        case .text(let text): Self.printable(text, longest)
        case .address(let address): address.description
        case .time(let time): Self.exact(time.nanoseconds)
        case .span(let nanoseconds): (Double(nanoseconds) / 1e9).roundedToSixDigits.description
        }
    }

    private static func exact(_ nanoseconds: Int64) -> String {
        var text: [UInt8] = []
        text.append(addingCapacity: OutputSpan<UInt8>.longestNumber) { $0.append(secondsInMicroseconds: nanoseconds) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Names come out of packets, and must not be able to move the cursor or change its colour.
    private static func printable(_ text: String, _ longest: Int) -> String {
        let shown = String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isPrintable ? $0 : "�" }))
        return shown.count > longest ? shown.prefix(longest - 1) + "…" : shown
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isPrintable: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: true
        }
    }
}

extension Double {
    /// The nearest number with six significant decimal digits.
    fileprivate var roundedToSixDigits: Double {
        guard self != 0, isFinite else { return self }
        var (exponent, size) = (0, magnitude)
        while size >= 1e6 { (exponent, size) = (exponent - 1, size / 10) }
        while size < 1e5, exponent < 300 { (exponent, size) = (exponent + 1, size * 10) }
        let rounded = Double("\(Int(size.rounded()))e\(-exponent)") ?? magnitude
        return sign == .minus ? -rounded : rounded
    }
}
