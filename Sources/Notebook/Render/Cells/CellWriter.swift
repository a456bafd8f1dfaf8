import Markup

/// Writes one cell as a section: its prose or code, what it showed, and how it ended.
struct CellWriter {
    let cell: OutlinedCell
    let notebook: NotebookWriter
    var problems: [String] = []
    /// The footnotes of the cell's texts, which count on from those of the cells before.
    private(set) var notes: [HTML] = []

    init(cell: OutlinedCell, notebook: NotebookWriter) {
        self.cell = cell
        self.notebook = notebook
    }

    mutating func section() -> HTML {
        let prose = cell.prose.map { self.prose($0) }
        let outputs = self.outputs()
        return HTML("section", ["class": prose == nil ? "cell" : "prose", "id": notebook.anchor(cell.cell.id)]) {
            prose
            if cell.showsCode { code() }
            if !outputs.isEmpty { HTML("div", ["class": "outputs"]) { outputs } }
            ending()
            timing()
        }
    }

    /// Markdown with its links, anchors and formulas; its faults are taken down.
    mutating func prose(_ document: MarkdownDocument) -> HTML {
        let surroundings = notebook.surroundings
        let name = notebook.outline.name
        let context = MarkdownContext(
            headingShift: surroundings.headingShift, anchorPrefix: surroundings.references.anchorPrefix(of: name),
            notesBefore: notebook.notes.count + notes.count, formulas: surroundings.formulas,
            meaning: { surroundings.references.meaning(of: $0, in: name) })
        let written = document.written(in: context)
        problems += written.problems
        notes += written.notes
        return written.html
    }

    /// The source, folded away where the cell asks for it.
    private func code() -> HTML {
        let isParameters = cell.cell.kind == .parameters
        return HTML("details", ["class": "code", "open": cell.cell.options.fold ? nil : ""]) {
            HTML("summary") {
                HTML("span", ["class": "title"]) { cell.cell.title ?? (isParameters ? "Parameters" : "Code") }
                " "
                HTML("span", ["class": "line"]) { "line \(cell.cell.line)" }
            }
            SourceListing.html(
                of: notebook.surroundings.memos.listing(of: cell.cell.source, make: SwiftHighlighter.lines),
                source: cell.cell.source, firstLine: cell.cell.line)
        }
    }

    private func timing() -> HTML {
        guard let timing = cell.woven.timing else { return HTML() }
        return HTML("p", ["class": "timing"]) { TimingWording.text(for: timing) }
    }
}

/// Swift source with the notebook's line numbers beside it.
enum SourceListing {
    /// Each line is an element of its own, so that long ones can wrap without losing their number. The numbers are
    /// attributes, not text: they are neither selected nor read out.
    static func html(of lines: [HTML], source: String, firstLine: Int) -> HTML {
        let texts = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return HTML("pre", ["class": "source"]) {
            HTML("code") {
                for (index, (line, text)) in zip(lines, texts).enumerated() {
                    HTML("span", ["class": className(indent: text), "data-n": String(firstLine + index)]) {
                        line
                        "\n"
                    }
                }
            }
        }
    }

    /// What is wrapped stands further in than its line: a deep line has a class for every four columns beyond four.
    private static func className(indent line: Substring.UTF8View) -> String {
        let columns = line.prefix { $0 == UInt8(ascii: " ") }.count
        let depth = min(max((columns + 3) / 4 - 1, 0), 4)
        return depth == 0 ? "l" : "l deep-\(depth)"
    }
}
