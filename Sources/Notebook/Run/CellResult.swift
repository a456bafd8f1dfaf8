import NotebookDisplay

/// What running one cell came to: the same value whether it was computed now or taken from the store.
package struct CellResult: Hashable, Sendable {
    /// How the cell ended.
    package enum Status: Hashable, Sendable {
        case succeeded
        case failed(Failure)
        /// The cell did not run, because of the named cells, whose results it needs.
        case blocked(by: [String])
        /// The reader interrupted the run before this cell ended.
        case interrupted
    }

    /// How the cell ended.
    package var status: Status
    /// In the order in which the cell produced them.
    package var items: [Item]
    /// Remarks of the runner, such as a working directory put back.
    package var notices: [Notice]
    /// Compiler warnings.
    package var warnings: [Diagnostic]
    /// The values of a markdown cell's interpolations, in order, as text.
    package var interpolations: [String]
}

/// One output of a cell, in its place among the others.
package enum Item: Hashable, Sendable {
    case stream(Stream, String)
    case output(Output)
    /// Outputs or text beyond the budget were left out here.
    case cut(String)

    /// Where printed text was written to.
    package enum Stream: Hashable, Sendable { case standardOutput, standardError }
}

/// Why a cell has no result. Lines count from 1 in the notebook's own text.
package struct Failure: Hashable, Sendable {
    /// What went wrong in one line: `index out of range`, `stopped after 2 s`.
    package var message: String
    /// What to try.
    package var remedy: String?
    /// The place, where it is known.
    package var line: Int?
    /// Counts from 1 in that line; nil where only the line is known.
    package var column: Int?
    /// Compiler diagnostics, the reason of a cell that does not compile.
    package var diagnostics: [Diagnostic]
}

/// A message about a place in the notebook.
package struct Diagnostic: Hashable, Sendable {
    /// How grave a message is, in the compiler's own words.
    package enum Severity: String, Hashable, Codable, Sendable { case error, warning, note }

    /// Only an error keeps the cell from running.
    package var severity: Severity
    /// The compiler's text, without place and severity.
    package var message: String
    /// Counts from 1 in the notebook's own text.
    package var line: Int
    /// Counts from 1 in that line, in bytes of UTF-8.
    package var column: Int
}

/// A remark of the runner about a cell that otherwise succeeded.
package struct Notice: Hashable, Sendable {
    /// What was noticed, in one line.
    package var message: String
    /// The line of the notebook it is about, where it is about one.
    package var line: Int?
}
