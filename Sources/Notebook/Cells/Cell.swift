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
    /// The words between the marker and its options; nil where there are none.
    public var title: String?
    /// What the text of the cell is.
    public var kind: Kind
    /// The settings on the marker.
    public var options: CellOptions
    /// The 1-based line of the marker (of the first line of the text, where the first cell has none).
    public var markerLine: Int
    /// The 1-based line on which `source` begins.
    public var line: Int
    /// The text between this marker and the next, without the blank lines around it, with `\n` for every line end.
    public var source: String
    /// The prose of a markdown cell, cut at its interpolated values; empty for other kinds.
    public var prose: [ProseSegment]
    /// How deep the cell is nested: 0 for `// %%`, one more for each further `%`.
    public var depth = 0
    /// The bytes of the notebook that are this cell, its marker included.
    ///
    /// The ranges of a notebook's cells follow each other without a gap, so replacing one leaves the others' bytes
    /// as they were. The first also holds what stands before its marker: a byte order mark, a shebang, comments.
    public var range = 0..<0
}

extension Cell {
    /// Whether the cell is marked as an example of failing, by `tags=["fails"]`.
    ///
    /// Its failing is then part of what the notebook shows, and no failure of the notebook.
    public var isMeantToFail: Bool { options.tags.contains("fails") }
}

/// A piece of a markdown cell.
public enum ProseSegment: Hashable, Sendable {
    /// Markdown.
    case text(String)
    /// The arguments between the parentheses of `\(…)`, with the place where they begin.
    ///
    /// Lines and columns count from 1; a column counts UTF-8 bytes, as the compiler's do.
    case value(source: String, line: Int, column: Int)
}

/// The settings on a cell's marker.
public struct CellOptions: Hashable, Sendable {
    /// Seconds the cell may run.
    public var timeout: Double?
    /// Memory the cell's process may hold, in MiB.
    public var memory: Int?
    /// What the page leaves out.
    public var hide = Hidden.nothing
    /// Whether the code is folded away until asked for.
    public var fold = false
    /// Labels for tools and readers. The runner gives a meaning to `fails` alone: see `Cell.isMeantToFail`.
    public var tags: [String] = []
    /// A caption for the last table or figure of the cell that has none of its own.
    public var caption: String?
    /// `false`: the cell runs every time. `true`: its result is kept even where it rests on the clock and the like.
    public var cache: Bool?

    /// A part of a cell that the page leaves out.
    public enum Hidden: String, Hashable, Sendable, CaseIterable { case nothing, code, output, all }
}
