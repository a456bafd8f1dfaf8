import Foundation
import Synchronization

/// A notebook as a program: what of each cell is compiled, and in which world.
struct NotebookProgram {
    /// One cell.
    struct Entry {
        var cell: Cell
        var analysis: CellAnalysis
        /// Nil for prose without values, for a cell that no compiler need see to know that it cannot run, and for one
        /// that is not wanted.
        var item: Compilation.Item?
        /// The cells that it sees and those that these see in turn.
        var reach: [Int]
        /// What is wrong with the cell before anything is compiled; its lines count from the cell's first.
        var problem: Failure?
        /// What explains messages of the compiler.
        var hints: [CellProblem]
        /// Whether the cell is asked for, or needed by one that is.
        var isWanted: Bool
    }

    let entries: [Entry]
    /// The cells as a graph wants them, in order.
    let inputs: [CellGraph.Input]

    /// Prepares `notebook`, of which only the cell `target` is asked for, or all where that is nil.
    ///
    /// `analyses` is what is known of cells from before; afterwards, of the cells of this notebook.
    init(_ notebook: Notebook, target: String? = nil, analyses: inout [AnalysedText: CellAnalysis]) {
        let texts = notebook.cells.map(AnalysedText.init)
        analyses = Self.analyses(of: Dictionary(zip(texts, notebook.cells)) { $1 }, known: analyses)
        inputs = zip(notebook.cells, texts).map { [analyses] in
            CellGraph.Input($0, analysis: analyses[$1] ?? CellAnalysis($0))
        }
        let positions = Dictionary(uniqueKeysWithValues: notebook.cells.enumerated().map { ($1.id, $0) })
        let nodes = CellGraph(inputs).nodes
        let wanted = target.map { Self.cells(neededBy: $0, nodes) } ?? Set(nodes.map(\.id))
        var reaches: [[Int]] = []
        entries = zip(nodes, zip(notebook.cells, inputs)).map { node, pair in
            let (cell, analysis) = (pair.0, pair.1.analysis)
            let visible = node.visible.compactMap { positions[$0] }
            let reach = Set(visible + visible.flatMap { reaches[$0] }).sorted()
            reaches.append(reach)
            let problem = node.problems.first(where: \.isError).map { Failure($0, in: cell) }
            let item = Compilation.Item(
                id: cell.id, visible: visible, imports: node.imports,
                importedModules: (node.imports + analysis.imports).compactMap(Self.module),
                body: Self.body(cell, analysis), declarations: analysis.declarations,
                firstLine: node.usesPosition ? cell.line : 1)
            let isWanted = wanted.contains(cell.id)
            return Entry(
                cell: cell, analysis: analysis, item: isWanted && problem == nil && cell.hasCode ? item : nil,
                reach: reach, problem: problem, hints: node.problems.filter { !$0.isError }, isWanted: isWanted)
        }
    }

    /// What the texts of cells say, those not known yet analysed on all cores.
    private static func analyses(
        of cells: [AnalysedText: Cell], known: [AnalysedText: CellAnalysis]
    ) -> [AnalysedText: CellAnalysis] {
        let missing = cells.filter { known[$0.key] == nil }.map { $0 }
        let found = Mutex(known.filter { cells[$0.key] != nil })
        DispatchQueue.concurrentPerform(iterations: missing.count) { number in
            let analysis = CellAnalysis(missing[number].value)
            found.withLock { $0[missing[number].key] = analysis }
        }
        return found.withLock { $0 }
    }

    /// The target and whatever it needs or sees, at most: what the compiler will know of types is not known yet.
    private static func cells(neededBy target: String, _ nodes: [CellGraph.Node]) -> Set<String> {
        var wanted: Set<String> = [target]
        for node in nodes.reversed() where wanted.contains(node.id) {
            wanted.formUnion(node.dependencies.map(\.cell) + node.visible)
        }
        return wanted
    }

    /// All cells that are asked for as one program; nil where that might not do what the cells do one by one.
    var script: CellScript? {
        let wanted = entries.filter { $0.isWanted && $0.cell.hasCode }
        guard wanted.allSatisfy({ $0.problem == nil && $0.hints.isEmpty }) else { return nil }
        return CellScript(
            wanted.compactMap { entry in
                entry.item.map {
                    CellScript.Part(item: $0, analysis: entry.analysis, isParameters: entry.cell.kind == .parameters)
                }
            })
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
        guard cell.kind == .markdown else { return CellSource.Body(cell.source, analysis) }
        return .values(
            cell.prose.compactMap { segment in
                guard case .value(let source, let line, let column) = segment else { return nil }
                return CellSource.Value(source: source, line: line - cell.line + 1, column: column)
            })
    }
}

/// The text of a cell, as far as its analysis depends on it.
struct AnalysedText: Hashable {
    private let kind: Cell.Kind
    private let source: String

    init(_ cell: Cell) { (kind, source) = (cell.kind, cell.source) }
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
