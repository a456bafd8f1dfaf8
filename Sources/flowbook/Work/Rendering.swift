import Foundation
import Notebook

/// Renders notebooks: runs what has to run and writes the pages.
struct Rendering {
    let workshop: Workshop
    let output: String
    let hasTimings: Bool
    let progress: ProgressReporter?

    /// Runs one notebook.
    func run(
        _ file: SourceFile, _ runner: NotebookRunner, _ settings: RunSettings, _ interruption: Interruption
    ) throws -> NotebookRun {
        defer { progress?.clear() }
        return try runner.run(file.notebook, settings, interruption: interruption) { event in
            progress?.show(event, notebook: file.reference.name)
        }
    }

    /// The notebook with its plots drawn.
    func weave(_ run: NotebookRun, _ file: SourceFile) -> WovenNotebook {
        workshop.weaver.weave(run, name: file.reference.name, text: file.text, hasTimings: hasTimings)
    }

    /// Writes the pages of `notebooks` and the page of all of them.
    /// - Returns: the path of that page.
    func write(pagesOf notebooks: [WovenNotebook], all: [WovenNotebook]) throws -> String {
        let renderer = PageRenderer(formulas: workshop.weaver.formulas)
        for notebook in notebooks {
            let page = renderer.page(of: notebook, among: all)
            try PageFile.write(page.markup, to: "\(output)/\(page.fileName)")
        }
        let index = renderer.index(of: all)
        let path = "\(output)/\(index.fileName)"
        try PageFile.write(index.markup, to: path)
        return path
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
