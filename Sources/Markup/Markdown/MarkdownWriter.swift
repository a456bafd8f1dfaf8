extension MarkdownDocument {
    /// A text as markup.
    public struct Written: Sendable {
        /// The text, without its footnotes.
        public var html: HTML
        /// The footnotes, each a `li`, to be gathered in an `ol` at the end of the page.
        public var notes: [HTML]
        /// What is wrong with links, pictures and formulas; each fault is also seen in the text, in its place.
        public var problems: [String]
    }

    /// The text as markup.
    ///
    /// Markup written among the Markdown shows as text; its comments are left out.
    /// - Complexity: O(*n*) in the length of the text.
    public func written(in context: MarkdownContext) -> Written {
        var writer = MarkdownWriter(document: self, context: context)
        let html = writer.document()
        return Written(html: html, notes: writer.notes, problems: writer.problems)
    }
}

/// Writes the blocks of a document; the pieces of paragraphs are in an extension of their own.
struct MarkdownWriter {
    let context: MarkdownContext
    let placeholders: Placeholders
    var problems: [String] = []
    var footnoteUses: [Int: Int] = [:]
    private(set) var notes: [HTML] = []

    private let blocks: [MarkdownBlock]
    private var headings: ArraySlice<MarkdownDocument.Heading>

    init(document: MarkdownDocument, context: MarkdownContext) {
        self.context = context
        placeholders = document.placeholders
        blocks = document.blocks
        headings = document.headings[...]
    }

    mutating func document() -> HTML {
        var result = HTML()
        for block in blocks {
            switch block {
            case .heading(let level, let inlines):
                let id = headings.popFirst().map { context.anchorPrefix + $0.id }
                result.append(heading(level, id: id, inlines))
            case .footnote(let number, let blocks): notes.append(footnote(number, blocks))
            default: result.append(html(block))
            }
        }
        return result
    }

    private mutating func html(_ blocks: [MarkdownBlock]) -> HTML {
        var result = HTML()
        for block in blocks { result.append(html(block)) }
        return result
    }

    private mutating func html(_ block: MarkdownBlock) -> HTML {
        switch block {
        case .heading(let level, let inlines): return heading(level, id: nil, inlines)
        case .paragraph(let inlines): return paragraph(inlines)
        case .quote(let blocks):
            let content = html(blocks)
            return HTML("blockquote") { content }
        case .list(let list): return self.list(list)
        case .code(let language, let text): return code(language: language, placeholders.restored(text))
        case .table(let table): return self.table(table)
        case .rule: return HTML("hr")
        case .html(let markup): return isComment(markup) ? HTML() : HTML("p") { placeholders.restored(markup) }
        case .footnote(let number, let blocks): return footnote(number, blocks)
        }
    }

    private mutating func heading(_ level: Int, id: String?, _ inlines: [MarkdownInline]) -> HTML {
        let content = html(inlines)
        return HTML(.heading(level + context.headingShift), ["id": id]) { content }
    }

    /// A displayed formula alone in its paragraph stands by itself.
    private mutating func paragraph(_ inlines: [MarkdownInline]) -> HTML {
        if case .text(let text)? = inlines.first, inlines.count == 1, text.unicodeScalars.count == 1,
            case .formula(let formula)? = text.unicodeScalars.first.flatMap(placeholders.item), formula.isDisplayed
        {
            let content = self.formula(formula)
            return HTML("div", ["class": "formula"]) { content }
        }
        let content = html(inlines)
        return HTML("p") { content }
    }

    private mutating func list(_ list: MarkdownList) -> HTML {
        var items = HTML()
        for item in list.items {
            let content = self.item(item, isTight: list.isTight)
            items.append(HTML("li", ["class": item.isDone.map { _ in "task" }]) { content })
        }
        guard let start = list.start else { return HTML("ul") { items } }
        return HTML("ol", ["start": start == 1 ? nil : String(start)]) { items }
    }

    private mutating func item(_ item: MarkdownList.Item, isTight: Bool) -> HTML {
        var content = item.isDone.map(Self.checkbox) ?? HTML()
        for block in item.blocks {
            if isTight, case .paragraph(let inlines) = block {
                content.append(html(inlines))
            } else {
                content.append(html(block))
            }
        }
        return content
    }

    /// A picture of a box: a disabled input would ask for a label and could not be read out well.
    private static func checkbox(isDone: Bool) -> HTML {
        HTML("span", ["role": "img", "aria-label": isDone ? "done:" : "to do:"]) { isDone ? "☑ " : "☐ " }
    }

    private func code(language: String, _ text: String) -> HTML {
        let text = text.hasSuffix("\n") ? String(text.dropLast()) : text
        let isSwift = language.split(separator: " ").first?.lowercased() == "swift"
        let lines = isSwift ? SwiftHighlighter.lines(text) : [HTML(text: text)]
        return HTML("pre", ["class": "listing"]) { HTML("code") { HTML.joined(lines, separator: HTML(text: "\n")) } }
    }

    private mutating func table(_ table: MarkdownTable) -> HTML {
        var rows: [HTML] = []
        for (index, row) in table.rows.enumerated() {
            rows.append(tableRow(row, table.alignments, isHead: index == 0))
        }
        return HTML("div", ["class": "scroll", "role": "region", "aria-label": label(of: table), "tabindex": "0"]) {
            HTML("table") {
                HTML("thead") { rows.first }
                HTML("tbody") { HTML.joined(rows.dropFirst()) }
            }
        }
    }

    /// What tells the table from others on the page to those who cannot see it: the heads of its columns.
    private func label(of table: MarkdownTable) -> String {
        let heads = table.rows.first?.map { $0.map(\.plainText).joined() }.filter { !$0.isEmpty } ?? []
        return heads.isEmpty ? "Table" : placeholders.restored("Table: " + heads.joined(separator: ", "))
    }

    private mutating func footnote(_ number: Int, _ blocks: [MarkdownBlock]) -> HTML {
        let content = html(blocks)
        let anchor = footnoteAnchor(number)
        return HTML("li", ["id": anchor]) {
            content
            if footnoteUses[number] != nil {
                HTML("a", ["href": "#\(anchor)-back", "class": "back", "aria-label": "Back to the text"]) { "↩" }
            }
        }
    }

    func footnoteAnchor(_ number: Int) -> String { "\(context.anchorPrefix)note:\(number + context.notesBefore)" }

    func isComment(_ markup: String) -> Bool {
        let text = markup.drop(while: \.isWhitespace)
        return text.hasPrefix("<!--") && text.reversed().drop(while: \.isWhitespace).starts(with: ">--")
    }
}
