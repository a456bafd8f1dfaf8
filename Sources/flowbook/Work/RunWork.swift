import Foundation
import Notebook

/// What `flowbook run` does: runs a notebook, or one cell and what it needs, and shows what came of it.
enum RunWork {
    static func run(_ options: RunOptions, console: Console) throws -> ExitCode {
        let file = try SourceFile(options.notebook)
        if let cell = options.notebook.cell { try file.requireCell(cell) }
        try [file].require(parameters: options.settings)
        var session = try Session(console)
        defer { session.close() }
        var settings = RunSettings(fresh: options.fresh, parameters: options.settings, timeout: options.timeout)
        settings.target = options.notebook.cell
        let whole = try session.run(file, settings)
        let run = options.notebook.cell.map(whole.reaching) ?? whole
        let reports = run.reports(asking: options.notebook.cell)
        if options.json {
            try console.print(ResultJSON.object(notebooks: [ResultJSON.notebook(file, reports)]))
        } else {
            let paint = Paint(
                isTerminal: console.output.isTerminal, environment: ProcessInfo.processInfo.environment)
            let isWhole = options.notebook.cell == nil
            let links = isWhole ? LinkTexts(of: run, named: file.reference.name, text: file.text) : LinkTexts()
            try console.print(RunText(file, links: links, paint: paint).text(reports))
        }
        console.tell(Finding.failures(of: run), path: file.reference.path)
        return run.failures.isEmpty ? .success : .failure
    }
}

private extension NotebookRun {
    /// Everything, or the one cell that was asked for and whatever kept it from running.
    func reports(asking cell: String?) -> [CellReport] {
        guard let cell, let wanted = reports.first(where: { $0.cell.id == cell }) else { return reports }
        guard case .blocked(let causes) = wanted.result.status else { return [wanted] }
        return reports.filter { causes.contains($0.cell.id) } + [wanted]
    }
}

private extension SourceFile {
    /// - Throws: ``LookupError`` with the nearest id where there is no such cell.
    func requireCell(_ id: String) throws(LookupError) {
        guard notebook[id: id] == nil else { return }
        let nearest = Suggestion.nearest(to: id, among: notebook.cells.map(\.id))
        throw .noSuchCell(id, notebook: reference.path, nearest: nearest)
    }
}
