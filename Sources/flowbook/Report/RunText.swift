import Notebook

/// A run as a person reads it in the terminal.
struct RunText {
    private let cells: CellText

    init(_ file: SourceFile, links: LinkTexts, paint: Paint) {
        cells = CellText(excerpt: SourceExcerpt(file), links: links, paint: paint)
    }

    /// The cells one below the other, an empty line between them.
    func text(_ reports: [CellReport]) -> String {
        reports.map { cells.lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n")
    }
}
