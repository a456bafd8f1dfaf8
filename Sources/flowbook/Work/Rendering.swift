import Dispatch
import Notebook

/// Makes pages of notebooks that have run, and writes them.
struct Rendering {
    let workshop: Workshop
    let output: String
    let hasTimings: Bool
    private let renderer: PageRenderer
    private let aside = DispatchGroup()

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
        makeAside(WovenNotebook(name: file.reference.name, text: file.text, cells: cells))
    }

    /// Begins to draw the plots and to set the formulas of a cell that has ended, while others still run.
    func begin(_ report: CellReport, of file: SourceFile) {
        workshop.weaver.begin(report, name: file.reference.name)
        guard !report.result.interpolations.isEmpty else { return }
        let cell = WovenCell(cell: report.cell, result: report.result)
        makeAside(WovenNotebook(name: file.reference.name, text: file.text, cells: [cell]))
    }

    /// The page of a part by itself, where the other notebooks are not known; none where it keeps the one it has.
    func pages(of part: RenderedPart) -> [Page] {
        aside.wait()
        return part.keepsPage ? [] : [renderer.page(of: part.woven)]
    }

    /// The pages of all notebooks of the project, in the order of their names, but for those that keep the one they
    /// have, and last the page that holds them all.
    func pages(ofAll parts: [RenderedPart]) -> [Page] {
        aside.wait()
        let parts = parts.sorted { $0.woven.name < $1.woven.name }
        return renderer.pages(of: Set(parts.filter { !$0.keepsPage }.map(\.woven.name)), among: parts.map(\.woven))
    }

    /// Makes a page for nothing but what is remembered of it: coloured code and formulas.
    private func makeAside(_ notebook: WovenNotebook) {
        DispatchQueue.global().async(group: aside) { [renderer] in _ = renderer.page(of: notebook) }
    }

    /// Where a page goes.
    func path(of page: Page) -> String { "\(output)/\(page.fileName)" }

    /// Where the page of a notebook goes.
    func path(ofPageOf notebook: NotebookReference) -> String { "\(output)/\(notebook.name).html" }

    /// Where the page of all notebooks goes.
    var indexPath: String { "\(output)/index.html" }

    /// Writes pages of these parts: all of them, or none where one cannot be written. The pages that Flowbook wrote of
    /// notebooks that are gone by now are removed.
    func write(_ pages: [Page], of parts: [RenderedPart]) throws {
        try PageFile.prepare(output)
        try PageFile.write(pages.map { PageFile($0.markup, at: path(of: $0)) })
        let notebooks = parts.filter { !$0.keepsPage }.map { ("\($0.woven.name).html", $0.reference.path) }
        let orphans = PageRecord(workshop.environment, folder: output).note(Dictionary(notebooks) { $1 })
        for orphan in orphans { try Files.remove(orphan) }
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
