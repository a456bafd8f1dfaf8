import Dispatch
import Notebook

/// Makes pages of notebooks that have run, and writes them.
struct Rendering {
    let workshop: Workshop
    let output: String
    let hasTimings: Bool
    private let renderer: PageRenderer

    init(workshop: Workshop, output: String, hasTimings: Bool) {
        (self.workshop, self.output, self.hasTimings) = (workshop, output, hasTimings)
        renderer = PageRenderer(formulas: workshop.weaver.formulas)
    }

    /// Begins to draw the plots of a cell that has ended.
    func follow(_ event: RunEvent, _ file: SourceFile) {
        if case .finished(let report, _, _) = event { workshop.weaver.begin(report, name: file.reference.name) }
    }

    /// The notebook with its plots drawn.
    func weave(_ run: NotebookRun, _ file: SourceFile) -> WovenNotebook {
        workshop.weaver.weave(run, name: file.reference.name, text: file.text, hasTimings: hasTimings)
    }

    /// Colours the code and sets the formulas of a notebook while its cells are compiled and run.
    func prepare(_ file: SourceFile) {
        let cells = file.notebook.cells.map { WovenCell(cell: $0, result: nil) }
        let notebook = WovenNotebook(name: file.reference.name, text: file.text, cells: cells)
        DispatchQueue.global().async { [renderer] in _ = renderer.page(of: notebook) }
    }

    /// The pages of `notebooks`, which are among `all`, and last the page of `all`.
    func pages(of notebooks: [WovenNotebook], among all: [WovenNotebook]) -> [Page] {
        renderer.pages(of: Set(notebooks.map(\.name)), among: all)
    }

    /// Where a page goes.
    func path(of page: Page) -> String { "\(output)/\(page.fileName)" }

    /// Where the page of all notebooks goes.
    var indexPath: String { "\(output)/index.html" }

    /// Writes pages: all of them, or none where one cannot be written.
    func write(_ pages: [Page]) throws(PageFile.Problem) {
        try PageFile.prepare(output)
        try PageFile.write(pages.map { PageFile($0.markup, at: path(of: $0)) })
    }
}

extension ProgressReporter {
    /// Tells of a cell that begins or has ended.
    func show(_ event: RunEvent, notebook: String) {
        switch event {
        case .started(let cell, let index, let count):
            show(
                ProgressStep(
                    notebook: notebook, position: index + 1, count: count, title: cell.title ?? cell.id, seconds: nil))
        case .finished(let report, let index, let count):
            show(
                ProgressStep(
                    notebook: notebook, position: index + 1, count: count, title: report.cell.title ?? report.cell.id,
                    seconds: report.usage?.wallSeconds))
        }
    }
}
