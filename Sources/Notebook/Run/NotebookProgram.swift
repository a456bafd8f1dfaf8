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
    }

    let entries: [Entry]
    let graph: CellGraph
    /// Whether any cell asks for its own line or file, so that the layout of all is part of the program.
    var usesPositions: Bool { entries.contains(where: \.analysis.usesPosition) }

    /// Prepares `notebook`, some of its parameters replaced.
    init(_ notebook: Notebook) {
        let analyses = notebook.cells.map { CellAnalysis($0) }
        let graph = CellGraph(notebook, analyses: analyses, facts: [:])
        var imports: [String] = []
        var entries: [Entry] = []
        for (index, cell) in notebook.cells.enumerated() {
            let analysis = analyses[index]
            let problem = graph.problems(of: index).first(where: \.isError).map { Failure($0) }
            let item = Compilation.Item(
                id: cell.id, visible: graph.visible(from: index), imports: imports,
                importedModules: (imports + analysis.imports).compactMap(Self.module), body: Self.body(cell, analysis))
            let isCompiled = problem == nil && cell.hasCode
            entries.append(Entry(cell: cell, analysis: analysis, item: isCompiled ? item : nil, problem: problem))
            imports += analysis.imports.filter { !imports.contains($0) }
        }
        self.entries = entries
        self.graph = graph
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
    init(_ problem: CellProblem) {
        self.init(
            message: problem.message, remedy: problem.remedy, line: problem.line, column: problem.column, diagnostics: [])
    }
}
