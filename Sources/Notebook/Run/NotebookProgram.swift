/// A notebook as a program: what of each cell is compiled, and in which world.
struct NotebookProgram {
    /// One cell.
    struct Entry {
        var cell: Cell
        var analysis: CellAnalysis
        /// Nil for prose without values, and for a cell that no compiler need see to know that it cannot run.
        var item: Compilation.Item?
        /// What is wrong with the cell before anything is compiled; its lines count from the cell's first.
        var problem: Failure?
        /// What explains messages of the compiler.
        var hints: [CellProblem]
    }

    let entries: [Entry]
    /// The cells as a graph wants them, in order.
    let inputs: [CellGraph.Input]

    /// Prepares `notebook`, some of its parameters replaced.
    init(_ notebook: Notebook) {
        inputs = notebook.cells.map { CellGraph.Input($0, analysis: CellAnalysis($0)) }
        let positions = Dictionary(uniqueKeysWithValues: notebook.cells.enumerated().map { ($1.id, $0) })
        entries = zip(CellGraph(inputs).nodes, zip(notebook.cells, inputs)).map { node, pair in
            let (cell, analysis) = (pair.0, pair.1.analysis)
            let problem = node.problems.first(where: \.isError).map { Failure($0, in: cell) }
            let item = Compilation.Item(
                id: cell.id, visible: node.visible.compactMap { positions[$0] }, imports: node.imports,
                importedModules: (node.imports + analysis.imports).compactMap(Self.module),
                body: Self.body(cell, analysis))
            return Entry(
                cell: cell, analysis: analysis, item: problem == nil && cell.hasCode ? item : nil, problem: problem,
                hints: node.problems.filter { !$0.isError })
        }
    }

    /// The module that an import declaration names.
    private static func module(of declaration: String) -> String? {
        let words = declaration.split(whereSeparator: \.isWhitespace)
        guard let keyword = words.firstIndex(of: "import") else { return nil }
        let kinds: Set<Substring> = ["typealias", "struct", "class", "enum", "protocol", "let", "var", "func"]
        let path = words[(keyword + 1)...].first { !kinds.contains($0) }
        return path?.split(separator: ".").first.map(String.init)
    }

    private static func body(_ cell: Cell, _ analysis: CellAnalysis) -> CellSource.Body {
        guard cell.kind == .markdown else { return .statements(cell.source, trailing: analysis.trailingExpression) }
        return .values(
            cell.prose.compactMap { segment in
                guard case .value(let source, let line, let column) = segment else { return nil }
                return CellSource.Value(source: source, line: line - cell.line + 1, column: column)
            })
    }
}

extension Cell {
    /// Whether there is anything in the cell to compile and run.
    var hasCode: Bool {
        guard kind == .markdown else { return true }
        return prose.contains { if case .value = $0 { true } else { false } }
    }
}

extension Failure {
    init(_ problem: CellProblem, in cell: Cell) {
        self.init(
            message: problem.message, remedy: problem.remedy, line: problem.line - cell.line + 1,
            column: problem.column, diagnostics: [])
    }
}
