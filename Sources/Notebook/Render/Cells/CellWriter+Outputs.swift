import Foundation
import Markup
import NotebookDisplay

extension CellWriter {
    /// Everything the cell showed, in its order.
    mutating func outputs() -> HTML {
        var result = HTML()
        for content in cell.contents { result.append(html(content)) }
        return result
    }

    private mutating func html(_ content: OutlinedCell.Content) -> HTML {
        switch content {
        case .stream(let stream, let text): Self.stream(stream, text)
        case .text(let text): HTML("pre", ["class": "value"]) { HTML("samp") { text } }
        case .table(let table, let label): self.table(table, label)
        case .plot(let plot, let label): self.plot(plot, label)
        case .image(let picture, let label): image(picture, label)
        case .bytes(let map, let label): figure(label, "bytes") { ByteMapWriter(map: map).html }
        case .summary(let summary): Self.summary(summary)
        case .prose(let document): shownProse(document)
        case .formula(let tex): formula(tex)
        case .html(let markup): raw(markup)
        case .cut(let text): Self.cut(text)
        }
    }

    private static func stream(_ stream: Item.Stream, _ text: String) -> HTML {
        let isError = stream == .standardError
        return HTML("div", ["class": isError ? "stream errors" : "stream"]) {
            HTML("p", ["class": "label"]) { isError ? "Standard error" : "Printed" }
            HTML("pre") { HTML("samp") { text.hasSuffix("\n") ? String(text.dropLast()) : text } }
        }
    }

    private static func cut(_ text: String) -> HTML { HTML("p", ["class": "cut"]) { text } }

    private static func summary(_ summary: Summary) -> HTML {
        HTML("dl", ["class": "summary"]) {
            for item in summary.items {
                HTML("div") {
                    HTML("dt") { item.name }
                    HTML("dd") { item.text }
                }
            }
        }
        .followed(by: summary.itemsCut == 0 ? nil : cut("\(summary.itemsCut) more values are not shown."))
    }

    private mutating func shownProse(_ document: MarkdownDocument) -> HTML {
        let html = prose(document)
        return HTML("div", ["class": "shown-prose"]) { html }
    }

    private mutating func formula(_ tex: String) -> HTML {
        let formula = Markup.Formula(tex: tex, isDisplayed: true)
        let (html, problem) = notebook.surroundings.formulas.render(formula)
        if let problem { problems.append(problem.description) }
        return HTML("div", ["class": "formula"]) { html }
    }

    /// Markup the author vouches for, in a frame of its own.
    ///
    /// The frame keeps unbalanced markup and clashing ids from the rest of the page, and runs no script: it is
    /// sandboxed and the page's policy holds in it. `allow-same-origin` lets the page's own script fit its height;
    /// without `allow-scripts` it allows nothing else.
    private func raw(_ markup: String) -> HTML {
        let head = "<!DOCTYPE html><html lang=\"en\"><title>Output</title><style>\(StyleSheet.frame)</style><body>"
        return HTML(
            "iframe",
            [
                "class": "raw", "title": "Output of \(cell.name)", "sandbox": "allow-same-origin",
                "srcdoc": head + markup,
            ])
    }

    private func image(_ picture: Picture, _ label: OutlinedCell.Label) -> HTML {
        guard picture.mediaType.hasPrefix("image/") else {
            return Self.cut("A picture of type \(picture.mediaType) cannot be shown; encode it as image/png.")
        }
        let source = "data:\(picture.mediaType);base64,\(Data(picture.bytes).base64EncodedString())"
        return figure(label, "picture") { HTML("img", ["src": source, "alt": picture.alternative]) }
    }

    /// A plot with its caption; its numbers are folded below.
    private func plot(_ plot: WovenPlot, _ label: OutlinedCell.Label) -> HTML {
        switch plot {
        case .failed(let message):
            let fault = HTML("pre", ["class": "value failed"]) { HTML("samp") { message } }
            return figure(label, "plot") { fault }
        case .drawn(let drawn):
            let name = "Data of \(label.name.lowercased())"
            return figure(label, "plot") {
                HTML("div", ["class": "canvas"]) { HTML(verbatim: drawn.svg) }
            } below: {
                HTML("details", ["class": "data"]) {
                    HTML("summary") { name }
                    TableWriter(table: drawn.data, name: name, memos: notebook.surroundings.memos).html
                }
            }
        }
    }

    private func table(_ table: Table, _ label: OutlinedCell.Label) -> HTML {
        let anchor = notebook.anchor(label.anchor)
        return HTML("figure", ["class": "table", "id": anchor]) {
            caption(label, id: "\(anchor).caption")
            TableWriter(table: table, captionID: "\(anchor).caption", memos: notebook.surroundings.memos).html
        }
    }

    private func figure(
        _ label: OutlinedCell.Label, _ kind: String, content: () -> HTML, below: () -> HTML = { HTML() }
    ) -> HTML {
        HTML("figure", ["class": kind, "id": notebook.anchor(label.anchor)]) {
            content()
            caption(label)
            below()
        }
    }

    private func caption(_ label: OutlinedCell.Label, id: String? = nil) -> HTML {
        HTML("figcaption", ["id": id]) {
            HTML("span", ["class": "number"]) { label.caption == nil ? label.name : "\(label.name)." }
            if let caption = label.caption { " \(caption)" }
        }
    }
}

extension HTML {
    fileprivate func followed(by other: HTML?) -> HTML {
        var both = self
        if let other { both.append(other) }
        return both
    }
}
