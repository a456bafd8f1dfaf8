/// A block of a Markdown text (GitHub Flavored Markdown Spec, 0.29).
indirect enum MarkdownBlock: Hashable, Sendable {
    case heading(level: Int, [MarkdownInline])
    case paragraph([MarkdownInline])
    case quote([MarkdownBlock])
    case list(MarkdownList)
    case code(language: String, String)
    case table(MarkdownTable)
    case rule
    /// Markup among the text, to be shown and not to be obeyed.
    case html(String)
    case footnote(Int, [MarkdownBlock])
}

/// A list: with bullets, with numbers, or of tasks.
struct MarkdownList: Hashable, Sendable {
    struct Item: Hashable, Sendable {
        /// Nil for an item that is not a task.
        var isDone: Bool?
        var blocks: [MarkdownBlock]
    }

    /// The number of the first item; nil for a list without numbers.
    var start: Int?
    /// Whether the items stand close, their paragraphs without an element of their own.
    var isTight: Bool
    var items: [Item]
}

/// A table with a head; every row has as many fields as there are alignments.
struct MarkdownTable: Hashable, Sendable {
    enum Alignment: Hashable, Sendable { case none, left, center, right }

    var alignments: [Alignment]
    /// The first row is the head.
    var rows: [[[MarkdownInline]]]
}

/// A piece of a paragraph.
indirect enum MarkdownInline: Hashable, Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case html(String)
    case emphasis([MarkdownInline])
    case strong([MarkdownInline])
    case struck([MarkdownInline])
    case link(address: String, title: String, [MarkdownInline])
    case image(address: String, title: String, [MarkdownInline])
    case footnoteReference(Int)

    /// Whether a footnote is referred to in it.
    var holdsFootnote: Bool {
        switch self {
        case .footnoteReference: true
        case .emphasis(let pieces), .strong(let pieces), .struck(let pieces): pieces.contains(where: \.holdsFootnote)
        case .link(_, _, let pieces), .image(_, _, let pieces): pieces.contains(where: \.holdsFootnote)
        default: false
        }
    }

    /// What a reader sees of it, without any markup.
    var plainText: String {
        switch self {
        case .text(let text), .code(let text): text
        case .softBreak, .lineBreak: " "
        case .html, .footnoteReference: ""
        case .emphasis(let pieces), .strong(let pieces), .struck(let pieces): pieces.map(\.plainText).joined()
        case .link(_, _, let pieces), .image(_, _, let pieces): pieces.map(\.plainText).joined()
        }
    }
}
