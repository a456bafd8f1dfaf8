/// One cell of a notebook, as it stands in the text.
package struct Cell: Hashable, Sendable {
    /// What the text of a cell is.
    package enum Kind: Hashable, Sendable {
        case code
        /// Declares the values that `--set` may replace.
        case parameters
        case markdown
    }

    /// Unique in its notebook: written as `id="…"`, else made from the title, else from the position.
    package var id: String
    /// The words between the marker and its options; nil where there are none.
    package var title: String?
    /// What the text of the cell is.
    package var kind: Kind
    /// The settings on the marker.
    package var options: CellOptions
    /// The 1-based line of the marker (of the first line of the text, where the first cell has none).
    package var markerLine: Int
    /// The 1-based line on which `source` begins.
    package var line: Int
    /// The text between this marker and the next, without the blank lines around it, with `\n` for every line end.
    package var source: String
    /// The prose of a markdown cell, cut at its interpolated values; empty for other kinds.
    package var prose: [ProseSegment]
    /// How deep the cell is nested: 0 for `// %%`, one more for each further `%`.
    package var depth = 0
    /// The bytes of the notebook that are this cell, its marker included.
    ///
    /// The ranges of a notebook's cells follow each other without a gap, so replacing one leaves the others' bytes
    /// as they were. The first also holds what stands before its marker: a byte order mark, a shebang, comments.
    package var range = 0..<0
}

extension Cell {
    /// Whether the cell is marked as an example of failing, by `tags=["fails"]`.
    ///
    /// Its failing is then part of what the notebook shows, and no failure of the notebook.
    package var isMeantToFail: Bool { options.tags.contains("fails") }
}

/// A piece of a markdown cell.
package enum ProseSegment: Hashable, Sendable {
    /// Markdown.
    case text(String)
    /// The arguments between the parentheses of `\(…)`, with the place where they begin.
    ///
    /// Lines and columns count from 1; a column counts UTF-8 bytes, as the compiler's do.
    case value(source: String, line: Int, column: Int)
}

/// The settings on a cell's marker.
package struct CellOptions: Hashable, Sendable {
    /// Seconds the cell may run.
    package var timeout: Double?
    /// Memory the cell's process may hold, in MiB.
    package var memory: Int?
    /// What the page leaves out.
    package var hide = Hidden.nothing
    /// Whether the code is folded away until asked for.
    package var fold = false
    /// Labels for tools and readers. The runner gives a meaning to `fails` alone: see `Cell.isMeantToFail`.
    package var tags: [String] = []
    /// A caption for the last table or figure of the cell that has none of its own.
    package var caption: String?
    /// `false`: the cell runs every time. `true`: its result is kept even where it rests on the clock and the like.
    package var cache: Bool?

    /// A part of a cell that the page leaves out.
    package enum Hidden: String, Hashable, Sendable, CaseIterable { case nothing, code, output, all }
}
