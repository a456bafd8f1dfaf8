/// The program text the compiler gets for one cell, and the way back from its places to the cell's.
///
/// The cell's own lines stand in it unchanged; only what shows a trailing expression or a value in prose, and what lets
/// other cells see the names that a `guard` binds, is put before and after it on its lines. The program's line 1, as
/// `#sourceLocation` counts, is the cell's first line, so neither
/// the compiled code nor what it reports depends on where in the notebook the cell stands; unless the code asks for its
/// lines: then they count from the notebook's first.
struct CellSource: Hashable, Sendable {
    /// The code of a cell.
    enum Body: Hashable, Sendable {
        /// Statements, and what is put between them.
        case statements(String, [Insertion])
        /// The values inside a markdown cell's prose.
        case values([Value])

        /// What tells it from any other.
        var text: String {
            switch self {
            case .statements(let source, let insertions):
                (insertions.map { "\($0.offset) \($0.text)" } + [source]).joined(separator: "\0")
            case .values(let values): values.map { "\($0.line) \($0.column) \($0.source)" }.joined(separator: "\0")
            }
        }
    }

    /// Text on one line that is put into a cell's source, before the byte at `offset`.
    struct Insertion: Hashable, Sendable {
        var offset: Int
        var text: String
        /// How many of the source's bytes after it the compiler's warnings do not count for either.
        var reach = 0
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
    /// Where text stands that is not the cell's, or that means something else because of such text.
    private let additions: [Addition]

    private struct Addition: Hashable {
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
        (anchors, additions) = (program.anchors, program.additions)
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
        (anchors, additions) = ([], [])
    }

    /// The column in the cell of a column on a line of the program.
    func cellColumn(line: Int, column: Int) -> Int {
        guard let anchor = anchors.last(where: { $0.line == line && $0.column <= column }) else { return column }
        return anchor.cellColumn + column - anchor.column
    }

    /// Whether what the compiler warns of at a place of the program does not hold for the cell.
    func isAdded(line: Int, column: Int) -> Bool {
        additions.contains { $0.line == line && $0.columns.contains(column) }
    }
}

private extension CellSource {
    private typealias Program = (text: String, anchors: [Anchor], additions: [Addition])

    private static func program(_ body: Body) -> Program {
        switch body {
        case .statements(let source, let insertions): inserting(insertions, into: source)
        case .values(let values): interpolating(values)
        }
    }

    /// `source` with the insertions, which stand in the order of the text.
    private static func inserting(_ insertions: [Insertion], into source: String) -> Program {
        let bytes = Array(source.utf8)
        var text: [UInt8] = []
        var (anchors, additions): ([Anchor], [Addition]) = ([], [])
        var (position, line, lineStart, added) = (0, 1, 0, 0)
        for insertion in insertions {
            for index in position..<insertion.offset where bytes[index] == UInt8(ascii: "\n") {
                (line, lineStart, added) = (line + 1, index + 1, 0)
            }
            text += bytes[position..<insertion.offset] + Array(insertion.text.utf8)
            let cellColumn = insertion.offset - lineStart + 1
            let columns = cellColumn + added..<cellColumn + added + insertion.text.utf8.count
            anchors += [columns.lowerBound, columns.upperBound].map {
                Anchor(line: line, column: $0, cellColumn: cellColumn)
            }
            additions.append(Addition(line: line, columns: columns.lowerBound..<columns.upperBound + insertion.reach))
            (position, added) = (insertion.offset, added + columns.count)
        }
        return (String(decoding: text + bytes[position...], as: UTF8.self), anchors, additions)
    }

    /// One call a value, each on the line of the cell where the value stands.
    private static func interpolating(_ values: [Value]) -> Program {
        var text = ""
        var (line, column) = (1, 1)
        var anchors: [Anchor] = []
        var additions: [Addition] = []
        for (slot, value) in values.enumerated() {
            while line < value.line { text += "\n"; (line, column) = (line + 1, 1) }
            let opening = "_proseValue(\(slot), "
            anchors.append(Anchor(line: line, column: column + opening.utf8.count, cellColumn: value.column))
            additions.append(Addition(line: line, columns: column..<column + opening.utf8.count))
            text += opening + value.source + "); "
            let lastLine = value.source.utf8.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
            let breaks = value.source.utf8.count { $0 == UInt8(ascii: "\n") }
            column = (breaks == 0 ? column + opening.utf8.count : 1) + lastLine + 3
            line += breaks
        }
        return (text, anchors, additions)
    }
}

extension CellSource.Body {
    /// The statements of a cell, its trailing expression shown and the names of its `guard`s declared.
    ///
    /// What a `guard` at top level binds belongs to its own file. So the `guard` goes into a closure, and the names get
    /// what the closure returns: `let port = try { guard let port = Int(text) else { exit(1) }; return port }()`.
    init(_ source: String, _ analysis: CellAnalysis) {
        let guards = analysis.guards.flatMap { binding in
            let list = binding.names.map(\.text).joined(separator: ", ")
            let names = binding.names.count == 1 ? list : "(\(list))"
            let opening = "\(binding.isVariable ? "var" : "let") \(names) = try { "
            // Within the closure a variable is not changed; later it may be.
            return [CellSource.Insertion(offset: binding.range.lowerBound, text: opening)]
                + binding.names.map { CellSource.Insertion(offset: $0.offset, text: "", reach: $0.text.utf8.count) }
                + [CellSource.Insertion(offset: binding.range.upperBound, text: "; return \(names) }()")]
        }
        let showing = analysis.trailingExpression.map { range in
            [
                CellSource.Insertion(offset: range.lowerBound, text: "_cellValue("),
                CellSource.Insertion(offset: range.upperBound, text: ")"),
            ]
        }
        self = .statements(source, guards + (showing ?? []))
    }
}
