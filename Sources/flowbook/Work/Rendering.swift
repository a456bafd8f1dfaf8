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

    /// The pages of `parts`, which may lead to the notebooks of `all`, but for those whose page stays as it is.
    func pages(of parts: [RenderedPart], among all: [RenderedPart] = []) -> [Page] {
        let woven = all.map(\.woven)
        return parts.filter { !$0.keepsPage }.map { renderer.page(of: $0.woven, among: woven) }
    }

    /// The pages of all notebooks of the project, in the order of their names, and last the page that holds them all.
    func allPages(of parts: [RenderedPart]) -> [Page] {
        let parts = parts.sorted { $0.woven.name < $1.woven.name }
        return pages(of: parts, among: parts) + [renderer.index(of: parts.map(\.woven))]
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
