extension MarkdownWriter {
    mutating func html(_ inlines: [MarkdownInline]) -> HTML {
        var result = HTML()
        for inline in inlines { result.append(html(inline)) }
        return result
    }

    private mutating func html(_ inline: MarkdownInline) -> HTML {
        switch inline {
        case .text(let text): return self.text(text)
        case .softBreak: return HTML(text: "\n")
        case .lineBreak: return HTML("br")
        case .code(let code): return HTML("code") { Self.code(placeholders.restored(code)) }
        case .html(let markup): return isComment(markup) ? HTML() : HTML(text: placeholders.restored(markup))
        case .emphasis(let inlines): return wrapped("em", inlines)
        case .strong(let inlines): return wrapped("strong", inlines)
        case .struck(let inlines): return wrapped("del", inlines)
        case .link(let address, let title, let inlines): return link(placeholders.restored(address), title, inlines)
        case .image(let address, let title, let inlines): return image(placeholders.restored(address), title, inlines)
        case .footnoteReference(let number): return footnoteReference(number)
        }
    }

    /// Code in which the name of an option, such as `--set`, is not broken at its hyphens.
    private static func code(_ text: String) -> HTML {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            word.wholeMatch(of: /--?[a-z][a-z-]{0,20}/) == nil
                ? HTML(text: String(word)) : HTML("span", ["class": "tie"]) { String(word) }
        }
        return HTML.joined(words, separator: HTML(text: " "))
    }

    private mutating func wrapped(_ name: HTML.Name, _ inlines: [MarkdownInline]) -> HTML {
        let content = html(inlines)
        return HTML(name) { content }
    }

    /// Text with its values as text and its formulas as mathematics.
    private mutating func text(_ text: String) -> HTML {
        guard text.unicodeScalars.contains(where: Placeholders.isReserved) else { return HTML(text: text) }
        var result = HTML()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch placeholders.item(for: scalar) {
            case .value(let value): result.append(HTML(text: value))
            case .formula(let formula): result.append(formulaInText(formula, followedBy: &rest))
            case nil: result.append(HTML(text: String(scalar)))
            }
        }
        return result
    }

    /// A displayed formula among text has a line of its own; one in the line keeps its full stop beside it.
    private mutating func formulaInText(
        _ formula: Formula, followedBy rest: inout Substring.UnicodeScalarView
    ) -> HTML {
        let html = self.formula(formula)
        if formula.isDisplayed { return HTML("span", ["class": "formula"]) { html } }
        let marks = rest.prefix { ".,;:!?)’”".unicodeScalars.contains($0) }
        guard !marks.isEmpty else { return html }
        rest = rest[marks.endIndex...]
        return HTML("span", ["class": "tie"]) {
            html
            String(marks)
        }
    }

    mutating func formula(_ formula: Formula) -> HTML {
        let (html, problem) = context.formulas.render(formula)
        if let problem { problems.append(problem.description) }
        return html
    }

    private mutating func link(_ address: String, _ title: String, _ inlines: [MarkdownInline]) -> HTML {
        let content = html(inlines)
        switch context.meaning(address) {
        case .place(let address, let label):
            return HTML("a", ["href": address]) { content.isEmpty ? HTML(text: label) : content }
        case .unknown(let reason):
            problems.append("link to \"\(address)\": \(reason)")
            return HTML("span", ["class": "broken", "title": reason]) {
                content.isEmpty ? HTML(text: address) : content
            }
        case .ordinary: return ordinaryLink(address, title, content)
        }
    }

    private mutating func ordinaryLink(_ address: String, _ title: String, _ content: HTML) -> HTML {
        let content = content.isEmpty ? HTML(text: address) : content
        guard let link = SafeLink(address) else {
            problems.append("link to \"\(address)\": a page links to http, https, mailto, paths and anchors only")
            return content
        }
        let title = title.isEmpty ? nil : placeholders.restored(title)
        return HTML("a", ["href": link.address, "title": title, "rel": link.isExternal ? "external" : nil]) { content }
    }

    /// A picture that is in the text itself; a page fetches none.
    private mutating func image(_ address: String, _ title: String, _ inlines: [MarkdownInline]) -> HTML {
        let alternative = placeholders.restored(inlines.map(\.plainText).joined())
        let kinds = ["png", "jpeg", "gif", "webp", "svg+xml"]
        if kinds.contains(where: { address.hasPrefix("data:image/\($0);base64,") }) {
            return HTML("img", ["src": address, "alt": alternative, "title": title.isEmpty ? nil : title])
        }
        problems.append("picture \"\(address)\": a page fetches nothing; show the picture from a code cell")
        return HTML("span", ["class": "broken"]) { "[picture: \(alternative.isEmpty ? address : alternative)]" }
    }

    private mutating func footnoteReference(_ number: Int) -> HTML {
        let use = footnoteUses[number, default: 0] + 1
        footnoteUses[number] = use
        let anchor = footnoteAnchor(number)
        let shown = String(number + context.notesBefore)
        let id = use == 1 ? "\(anchor)-back" : "\(anchor)-back-\(use)"
        return HTML("sup", ["class": "note"]) {
            HTML("a", ["id": id, "href": "#\(anchor)", "aria-label": "Footnote \(shown)"]) { shown }
        }
    }
}

extension MarkdownWriter {
    mutating func tableRow(
        _ cells: [[MarkdownInline]], _ alignments: [MarkdownTable.Alignment], isHead: Bool
    ) -> HTML {
        var row = HTML()
        for (index, cell) in cells.enumerated() {
            let content = html(cell)
            let alignment = alignments.indices.contains(index) ? Self.className(alignments[index]) : nil
            row.append(
                isHead
                    ? HTML("th", ["scope": "col", "class": alignment]) { content }
                    : HTML("td", ["class": alignment]) { content })
        }
        return HTML("tr") { row }
    }

    private static func className(_ alignment: MarkdownTable.Alignment) -> String? {
        switch alignment {
        case .none: nil
        case .left: "left"
        case .center: "center"
        case .right: "right"
        }
    }
}

extension HTML.Name {
    /// The element of a heading; levels beyond the sixth stay the sixth.
    static func heading(_ level: Int) -> HTML.Name {
        let names: [HTML.Name] = ["h1", "h2", "h3", "h4", "h5", "h6"]
        return names[min(max(level, 1), names.count) - 1]
    }
}
