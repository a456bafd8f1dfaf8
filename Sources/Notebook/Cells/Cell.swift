/// One cell of a notebook, as it stands in the text.
public struct Cell: Hashable, Sendable {
    /// What the text of a cell is.
    public enum Kind: Hashable, Sendable {
        case code
        /// Declares the values that `--set` may replace.
        case parameters
        case markdown
    }

    /// Unique in its notebook: written as `id="…"`, else made from the title, else from the position.
    public var id: String
    public var title: String?
    public var kind: Kind
    public var options: CellOptions
    /// The 1-based line of the marker (of the first line of the text, where the first cell has none).
    public var markerLine: Int
    /// The 1-based line on which `source` begins.
    public var line: Int
    /// The text between this marker and the next, without the trailing blank lines.
    public var source: String
    /// The prose of a markdown cell, cut at its interpolated values; empty for other kinds.
    public var prose: [ProseSegment]
}

/// A piece of a markdown cell.
public enum ProseSegment: Hashable, Sendable {
    case text(String)
    /// The arguments between the parentheses of `\(…)`, with the place where they begin.
    case value(source: String, line: Int, column: Int)
}

/// The settings on a cell's marker.
public struct CellOptions: Hashable, Sendable {
    /// Seconds the cell may run.
    public var timeout: Double?
    /// Memory the cell's process may hold, in MiB.
    public var memory: Int?
    public var hide = Hidden.nothing
    /// Whether the code is folded away until asked for.
    public var fold = false
    public var tags: [String] = []
    /// A caption for the last table or figure of the cell that has none of its own.
    public var caption: String?
    /// `false`: the cell runs every time.
    public var cache = true

    public enum Hidden: Hashable, Sendable { case nothing, code, output, all }
}
