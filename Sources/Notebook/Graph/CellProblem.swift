/// Something about a cell that the compiler, which sees one cell at a time, cannot tell.
package struct CellProblem: Error, Hashable, Sendable, Codable {
    /// What is wrong, with the facts that a message needs.
    package enum Fault: Hashable, Sendable, Codable {
        case topLevelAwait
        case tooDeep(Int)
        case redeclaration(name: String, firstCell: String, firstLine: Int)
        case declaredLater(name: String, cell: String, line: Int)
    }

    /// What is wrong.
    package var fault: Fault
    /// The line, counted from 1: in the source of the cell in a `CellAnalysis`, in the notebook in a `CellGraph`.
    package var line: Int
    /// The column in UTF-8 bytes, counted from 1.
    package var column: Int

    /// Whether the cell cannot run for it; otherwise it only explains what the compiler is about to say.
    package var isError: Bool {
        if case .declaredLater = fault { false } else { true }
    }

    /// What is wrong, in lower case and without an end mark.
    package var message: String {
        switch fault {
        case .topLevelAwait: "'await' at the top level of a cell"
        case .tooDeep(let limit): "brackets and strings are nested more than \(limit) deep"
        case .redeclaration(let name, let cell, let line):
            "'\(name)' is declared already, in cell '\(cell)' on line \(line)"
        case .declaredLater(let name, let cell, let line):
            "'\(name)' is declared later, in cell '\(cell)' on line \(line)"
        }
    }

    /// What to try.
    package var remedy: String {
        switch fault {
        case .topLevelAwait: "call a function that waits itself and returns the value"
        case .tooDeep: "give inner parts names of their own"
        case .redeclaration: "rename one of them; names belong to the whole notebook"
        case .declaredLater: "move that declaration, or this cell, so that it comes first"
        }
    }
}
