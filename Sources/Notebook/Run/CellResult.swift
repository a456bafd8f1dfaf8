import NotebookDisplay

/// What running one cell came to: the same value whether it was computed now or taken from the store.
public struct CellResult: Hashable, Sendable {
    /// How the cell ended.
    public enum Status: Hashable, Sendable {
        case succeeded
        case failed(Failure)
        /// The cell did not run, because of the named cells, whose results it needs.
        case blocked(by: [String])
        /// The reader interrupted the run before this cell ended.
        case interrupted
    }

    /// How the cell ended.
    public var status: Status
    /// In the order in which the cell produced them.
    public var items: [Item]
    /// Remarks of the runner, such as a working directory put back.
    public var notices: [Notice]
    /// Compiler warnings.
    public var warnings: [Diagnostic]
    /// The values of a markdown cell's interpolations, in order, as text.
    public var interpolations: [String]
}

/// One output of a cell, in its place among the others.
public enum Item: Hashable, Sendable {
    case stream(Stream, String)
    case output(Output)
    /// Outputs or text beyond the budget were left out here.
    case cut(String)

    /// Where printed text was written to.
    public enum Stream: Hashable, Sendable { case standardOutput, standardError }
}

/// Why a cell has no result. Lines count from 1 in the notebook's own text.
public struct Failure: Hashable, Sendable {
    /// What went wrong in one line: `index out of range`, `stopped after 2 s`.
    public var message: String
    /// What to try.
    public var remedy: String?
    /// The place, where it is known.
    public var line: Int?
    /// Counts from 1 in that line; nil where only the line is known.
    public var column: Int?
    /// Compiler diagnostics, the reason of a cell that does not compile.
    public var diagnostics: [Diagnostic]
}

/// A message about a place in the notebook.
public struct Diagnostic: Hashable, Sendable {
    /// How grave a message is, in the compiler's own words.
    public enum Severity: String, Hashable, Codable, Sendable { case error, warning, note }

    /// Only an error keeps the cell from running.
    public var severity: Severity
    /// The compiler's text, without place and severity.
    public var message: String
    /// Counts from 1 in the notebook's own text.
    public var line: Int
    /// Counts from 1 in that line, in bytes of UTF-8.
    public var column: Int
}

/// A remark of the runner about a cell that otherwise succeeded.
public struct Notice: Hashable, Sendable {
    /// What was noticed, in one line.
    public var message: String
    /// The line of the notebook it is about, where it is about one.
    public var line: Int?
}
