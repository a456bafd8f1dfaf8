import CMarkdown

/// Reads Markdown with cmark-gfm.
///
/// The only place that speaks to the C library. The tree of C nodes lives while `blocks(of:)` runs and is freed by it;
/// what leaves is a Swift value, so no pointer outlives its tree.
enum CommonMark {
    /// The blocks of `text`, with tables, strikethrough, automatic links, task lists, footnotes and typographic quotes.
    ///
    /// Nesting beyond `deepest` levels is flattened to its text, so that no text can exhaust the stack.
    static func blocks(of text: String) -> [MarkdownBlock] {
        guard extensionsAreRegistered, let parser = cmark_parser_new(options) else { return [] }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            guard let syntax = cmark_find_syntax_extension(name) else { continue }
            cmark_parser_attach_syntax_extension(parser, syntax)
        }
        var text = text
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return [] }
        defer { cmark_node_free(root) }
        return Node(root, depth: 0).blocks
    }

    private static let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_SMART

    /// The library keeps its extensions in a table of its own, filled once.
    private static let extensionsAreRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()
}

/// A C node, read in place.
private struct Node {
    private let node: OpaquePointer
    private let depth: Int
    private static let deepest = 60

    init(_ node: OpaquePointer, depth: Int) {
        self.node = node
        self.depth = depth
    }

    /// The library's name of the node's type; it has none for footnotes, which are told by the type itself.
    private var kind: String {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
        case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
        default: string(cmark_node_get_type_string(node))
        }
    }

    private var literal: String { string(cmark_node_get_literal(node)) }

    private var children: [Node] {
        guard depth < Self.deepest else { return [] }
        return Array(
            sequence(first: cmark_node_first_child(node)) { $0.flatMap { cmark_node_next($0) } }
                .prefix { $0 != nil }.compactMap { $0.map { Node($0, depth: depth + 1) } })
    }

    private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    var blocks: [MarkdownBlock] {
        var footnotes = 0
        return children.compactMap { child in
            if child.kind == "footnote_definition" { footnotes += 1 }
            return child.block(footnote: footnotes)
        }
    }

    private func block(footnote: Int) -> MarkdownBlock? {
        switch kind {
        case "heading": .heading(level: Int(cmark_node_get_heading_level(node)), inlines)
        case "paragraph": .paragraph(inlines)
        case "block_quote": .quote(blocks)
        case "list": .list(list)
        case "code_block": .code(language: string(cmark_node_get_fence_info(node)), literal)
        case "table": .table(table)
        case "thematic_break": .rule
        case "html_block": .html(literal)
        case "footnote_definition": .footnote(footnote, blocks)
        default: nil
        }
    }

    private var list: MarkdownList {
        let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
        return MarkdownList(
            start: isNumbered ? Int(cmark_node_get_list_start(node)) : nil,
            isTight: cmark_node_get_list_tight(node) != 0,
            items: children.map { MarkdownList.Item(isDone: $0.isDone, blocks: $0.blocks) })
    }

    private var isDone: Bool? {
        kind == "tasklist" ? cmark_gfm_extensions_get_tasklist_item_checked(node) : nil
    }

    private var table: MarkdownTable {
        let count = Int(cmark_gfm_extensions_get_table_columns(node))
        let letters = cmark_gfm_extensions_get_table_alignments(node)
        let alignments = (0..<count).map { alignment(of: letters?[$0] ?? 0) }
        return MarkdownTable(alignments: alignments, rows: children.map { $0.children.map(\.inlines) })
    }

    private func alignment(of letter: UInt8) -> MarkdownTable.Alignment {
        switch letter {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .center
        case UInt8(ascii: "r"): .right
        default: .none
        }
    }

    private var inlines: [MarkdownInline] { children.compactMap(\.inline) }

    private var inline: MarkdownInline? {
        switch kind {
        case "text": .text(literal)
        case "softbreak": .softBreak
        case "linebreak": .lineBreak
        case "code": .code(literal)
        case "html_inline": .html(literal)
        case "emph": .emphasis(inlines)
        case "strong": .strong(inlines)
        case "strikethrough": .struck(inlines)
        case "link": .link(address: address, title: title, inlines)
        case "image": .image(address: address, title: title, inlines)
        case "footnote_reference": Int(literal).map { .footnoteReference($0) }
        default: nil
        }
    }

    private var address: String { string(cmark_node_get_url(node)) }
    private var title: String { string(cmark_node_get_title(node)) }
}
