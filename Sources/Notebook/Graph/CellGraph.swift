/// Which cells each cell needs, over-approximated so that leaving the others out is always safe.
///
/// A cell needs an earlier one if it uses what that one declares: a name it mentions, or one that the declaration of a
/// used name mentions, and so on. Cells that use the same changeable thing also keep their order, where changeable is
/// a variable, a constant whose type may be shared, and whatever may be reached through it.
///
/// - Complexity: O(*n*²) in the number of cells at worst, near O(*n*) where cells use little of each other.
package struct CellGraph: Hashable, Sendable {
    /// One cell, as the graph wants it.
    package struct Input: Sendable {
        /// The id of the cell.
        package var id: String
        /// What the cell's text says.
        package var analysis: CellAnalysis
        /// What the compiler found out about the cell's types; nil before it was compiled.
        package var facts: TypeFacts?
        /// The line of the notebook on which the cell's source begins.
        package var line: Int
        /// The text that stands for the cell where its layout counts.
        package var source: String

        /// A cell with what is known of it.
        package init(_ cell: Cell, analysis: CellAnalysis, facts: TypeFacts? = nil) {
            (id, line, source) = (cell.id, cell.line, cell.source)
            (self.analysis, self.facts) = (analysis, facts)
        }
    }

    /// What the graph knows of one cell.
    package struct Node: Hashable, Sendable {
        /// The id of the cell.
        package var id: String
        /// The cells whose execution must come first, in notebook order.
        package var dependencies: [Dependency]
        /// The cells whose modules the compiler must see, in notebook order. They do not depend on type facts.
        package var visible: [String]
        /// The imports of earlier cells, which hold here too.
        package var imports: [String]
        /// Reasons why the cell cannot run, or hints for when it does not compile; places count in the notebook.
        package var problems: [CellProblem]
        /// Two cells with the same fingerprint, and the same dependencies, are the same program.
        package var fingerprint: [UInt8]
        /// Whether the cell, or what it calls, asks for the line on which it stands.
        package var usesPosition: Bool
    }

    /// In notebook order.
    package let nodes: [Node]

    /// Finds the dependencies among cells given in notebook order.
    package init(_ cells: [Input]) {
        var builder = GraphBuilder(cells)
        nodes = cells.indices.map { builder.node(at: $0) }
    }

    /// The node of the cell with the given id.
    package subscript(id: String) -> Node? { nodes.first { $0.id == id } }
}
