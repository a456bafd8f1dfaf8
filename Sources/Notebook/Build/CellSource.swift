/// The program text the compiler gets for one cell, and the way back from its places to the cell's.
///
/// The cell's own lines stand in it unchanged; only the call that shows a trailing expression, or a value in prose, is
/// put before it on its line. The program's line 1, as `#sourceLocation` counts, is the cell's first line, so neither
/// the compiled code nor what it reports depends on where in the notebook the cell stands; unless the code asks for its
/// lines: then they count from the notebook's first.
struct CellSource: Hashable, Sendable {
    /// The code of a cell.
    enum Body: Hashable, Sendable {
        /// Statements, and the UTF-8 range of the trailing expression where there is one.
        case statements(String, trailing: Range<Int>?)
        /// The values inside a markdown cell's prose.
        case values([Value])

        /// What tells it from any other.
        var text: String {
            switch self {
            case .statements(let source, let trailing):
                "\(trailing?.lowerBound ?? -1) \(trailing?.upperBound ?? -1) \(source)"
            case .values(let values): values.map { "\($0.line) \($0.column) \($0.source)" }.joined(separator: "\0")
            }
        }
    }

    /// One value inside prose: the arguments between `\(` and `)`, and where they begin in the cell, from 1.
    struct Value: Hashable, Sendable {
        var source: String
        var line: Int
        var column: Int
    }

    let text: String
    /// The line that the program counts as the cell's first.
    let firstLine: Int
    private let anchors: [Anchor]
    /// Where the calls stand that show values: their names and opening parentheses.
    private let calls: [Call]

    private struct Call: Hashable {
        var line: Int
        var columns: Range<Int>
    }

    /// A place in the program from which columns on its line correspond to columns in the cell.
    private struct Anchor: Hashable {
        var line: Int
        var column: Int
        var cellColumn: Int
    }

    /// The program for the cell `id`, which sees the given imports and what it imports of earlier cells' modules.
    init(id: String, imports: [String], cellImports: [String], body: Body, firstLine: Int = 1) {
        self.firstLine = firstLine
        let program = Self.program(body)
        var lines = ["import NotebookDisplay"] + imports
        lines += cellImports.map { "@testable import \($0)" }
        lines += ["#sourceLocation(file: \"\(id)\", line: \(firstLine))", program.text, ""]
        text = lines.joined(separator: "\n")
        (anchors, calls) = (program.anchors, program.calls)
    }

    /// The program of several cells, which pauses between them.
    init(script cells: [(id: String, body: Body)]) {
        let opening = [
            "import NotebookDisplay", "@_silgen_name(\"kernel_script_pause\") private func _pauseScript()",
        ]
        let parts = cells.enumerated().flatMap { index, cell in
            (index == 0 ? [] : ["#sourceLocation()", "_pauseScript()"])
                + ["#sourceLocation(file: \"\(cell.id)\", line: 1)", Self.program(cell.body).text]
        }
        text = (opening + parts + [""]).joined(separator: "\n")
        firstLine = 1
        (anchors, calls) = ([], [])
    }

    /// The column in the cell of a column on a line of the program.
    func cellColumn(line: Int, column: Int) -> Int {
        guard let anchor = anchors.last(where: { $0.line == line && $0.column <= column }) else { return column }
        return anchor.cellColumn + column - anchor.column
    }

    /// Whether a place of the program belongs to a call that shows a value and not to the cell's own text.
    func isCall(line: Int, column: Int) -> Bool {
        calls.contains { $0.line == line && $0.columns.contains(column) }
    }
}

private extension CellSource {
    private typealias Program = (text: String, anchors: [Anchor], calls: [Call])

    private static func program(_ body: Body) -> Program {
        switch body {
        case .statements(let source, nil): (source, [], [])
        case .statements(let source, let trailing?): showing(trailing, of: source)
        case .values(let values): interpolating(values)
        }
    }

    /// `source` with the expression in `range` handed to the function that shows it.
    private static func showing(_ range: Range<Int>, of source: String) -> Program {
        let bytes = Array(source.utf8)
        let head = bytes[..<range.lowerBound]
        let opening = Array("_cellValue(".utf8)
        let text = head + opening + bytes[range] + [UInt8(ascii: ")")] + bytes[range.upperBound...]
        let line = head.count { $0 == UInt8(ascii: "\n") } + 1
        let column = head.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
        let opened = Anchor(line: line, column: column + opening.count, cellColumn: column)
        let start = Anchor(line: line, column: column, cellColumn: column)
        let call = Call(line: line, columns: column..<column + opening.count)
        return (String(decoding: text, as: UTF8.self), [start, opened], [call])
    }

    /// One call a value, each on the line of the cell where the value stands.
    private static func interpolating(_ values: [Value]) -> Program {
        var text = ""
        var (line, column) = (1, 1)
        var anchors: [Anchor] = []
        var calls: [Call] = []
        for (slot, value) in values.enumerated() {
            while line < value.line { text += "\n"; (line, column) = (line + 1, 1) }
            let opening = "_proseValue(\(slot), "
            anchors.append(Anchor(line: line, column: column + opening.utf8.count, cellColumn: value.column))
            calls.append(Call(line: line, columns: column..<column + opening.utf8.count))
            text += opening + value.source + "); "
            let lastLine = value.source.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
            let breaks = value.source.utf8.count { $0 == UInt8(ascii: "\n") }
            column = (breaks == 0 ? column + opening.utf8.count : 1) + lastLine + 3
            line += breaks
        }
        return (text, anchors, calls)
    }
}
