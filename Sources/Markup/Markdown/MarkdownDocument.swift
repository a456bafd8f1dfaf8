/// A Markdown text that has been read: its structure, with values and formulas held apart.
///
/// Reading and writing are two steps, so that all headings of a page are known before the first link is written.
public struct MarkdownDocument: Sendable {
    /// A heading that a page can list and link to.
    public struct Heading: Hashable, Sendable {
        /// From 1 (`#`) to 6.
        public var level: Int
        /// The anchor, unique on the page.
        public var id: String
        /// Its text without markup.
        public var text: String
    }

    let blocks: [MarkdownBlock]
    let placeholders: Placeholders
    /// The headings that stand on their own, in order; those in quotes and lists are not among them.
    public let headings: [Heading]

    /// Reads `source`, taking an anchor from `slugs` for each heading.
    /// - Complexity: O(*n*) in the length of the text.
    public init(_ source: MarkdownSource, slugs: inout Slugs) {
        let (text, placeholders) = Self.withPlaceholders(source)
        let blocks = CommonMark.blocks(of: text)
        var headings: [Heading] = []
        for case .heading(let level, let inlines) in blocks {
            let text = placeholders.restored(inlines.map(\.plainText).joined())
            headings.append(Heading(level: level, id: slugs.unique(for: text), text: text))
        }
        self.blocks = blocks
        self.placeholders = placeholders
        self.headings = headings
    }

    private init(blocks: [MarkdownBlock], placeholders: Placeholders, headings: [Heading]) {
        self.blocks = blocks
        self.placeholders = placeholders
        self.headings = headings
    }

    /// The heading of the first level that the text begins with, and the rest; nil where it begins otherwise.
    ///
    /// A heading with a footnote stays where its note is.
    public func splitAtTitle() -> (title: MarkdownDocument, rest: MarkdownDocument)? {
        guard case .heading(level: 1, let inlines)? = blocks.first, !inlines.contains(where: \.holdsFootnote) else {
            return nil
        }
        return (
            MarkdownDocument(
                blocks: Array(blocks.prefix(1)), placeholders: placeholders, headings: Array(headings.prefix(1))),
            MarkdownDocument(
                blocks: Array(blocks.dropFirst()), placeholders: placeholders, headings: Array(headings.dropFirst()))
        )
    }

    private static func withPlaceholders(_ source: MarkdownSource) -> (String, Placeholders) {
        var placeholders = Placeholders()
        var text = String.UnicodeScalarView()
        for piece in source.pieces {
            switch piece {
            case .value(let value): text.append(placeholders.hold(.value(value)))
            case .markdown(let markdown):
                for scalar in markdown.unicodeScalars {
                    let isReserved = Placeholders.isReserved(scalar)
                    text.append(isReserved ? placeholders.hold(.value(String(scalar))) : scalar)
                }
            }
        }
        return FormulaScanner.scan(String(text), placeholders)
    }
}
