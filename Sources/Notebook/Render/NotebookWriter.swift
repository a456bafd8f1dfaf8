import Markup

/// Writes one notebook as an article.
struct NotebookWriter {
    let outline: NotebookOutline
    let surroundings: Surroundings
    private(set) var problems: [PageProblem] = []
    /// The footnotes of the cells written so far.
    private(set) var notes: [HTML] = []

    init(outline: NotebookOutline, surroundings: Surroundings) {
        self.outline = outline
        self.surroundings = surroundings
    }

    /// The anchor of a place of this notebook on this page.
    func anchor(_ id: String) -> String { surroundings.references.anchorPrefix(of: outline.name) + id }

    mutating func article() -> HTML {
        var title: HTML?
        var sections = HTML()
        for cell in outline.cells {
            var writer = CellWriter(cell: cell, notebook: self)
            title = title ?? cell.title.map { writer.prose($0) }
            sections.append(writer.section())
            problems += writer.problems.map { problem(cell.cell, $0) }
            notes += writer.notes
        }
        return HTML("article", ["class": "notebook", "id": surroundings.isCollection ? outline.name : nil]) {
            header(title: title)
            sections
            if !notes.isEmpty { HTML("div", ["class": "footnotes"]) { HTML("ol") { HTML.joined(notes) } } }
        }
    }

    private func problem(_ cell: Cell, _ message: String) -> PageProblem {
        PageProblem(notebook: outline.name, cell: cell.id, line: cell.line, message: message)
    }

    /// The title, the way to the notebook's own page, and which cells have no result.
    private func header(title: HTML?) -> HTML {
        HTML("header", ["class": "title"]) {
            if let title {
                title
            } else if outline.titleHeading == nil {
                HTML(heading) { outline.title }
            }
            if surroundings.isCollection {
                HTML("p", ["class": "own-page"]) {
                    HTML("a", ["href": "\(outline.name).html"]) { "\(outline.name) on a page of its own" }
                }
            }
            faults()
        }
    }

    private var heading: HTML.Name { surroundings.isCollection ? "h2" : "h1" }

    /// What a reader should know before trusting the rest: which cells have no result and should have one.
    private func faults() -> HTML {
        let meant = Set(outline.cells.map(\.cell).filter(\.isMeantToFail).map(\.id))
        let faulty = outline.cells.filter { $0.woven.result?.status.isFault(of: $0.cell.id, meant: meant) ?? false }
        guard !faulty.isEmpty else { return HTML() }
        let verb = faulty.count == 1 ? "1 cell has" : "\(faulty.count) cells have"
        return HTML("aside", ["class": "faults", "aria-label": "Cells without a result"]) {
            HTML("p") { HTML("strong") { "\(verb) no result." } }
            HTML("ul") {
                for cell in faulty {
                    HTML("li") {
                        HTML("a", ["href": "#\(anchor(cell.cell.id))"]) { cell.name }
                        ": "
                        InlineCode.html(FaultWording.summary(of: cell.woven.result))
                    }
                }
            }
        }
    }
}
