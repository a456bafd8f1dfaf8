import Notebook

/// What went wrong in a notebook, one line for each thing, in a form that editors and terminals open on a click:
/// `PATH:LINE: cell ID: MESSAGE`.
enum FailureList {
    /// The cells that failed; those that could not run because of one are counted with it.
    static func lines(of run: NotebookRun, path: String) -> [String] {
        let failures = run.failures
        let interrupted = failures.filter { $0.result.status == .interrupted }
        let failed = failures.compactMap { report in
            line(of: report, waiting: failures.count { $0.waits(for: report.cell.id) }, path: path)
        }
        guard let first = interrupted.first else { return failed }
        let rest = interrupted.count == 1 ? "" : ", and \(interrupted.count - 1) more"
        return failed + ["\(path):\(first.cell.markerLine): cell \(first.cell.id): interrupted\(rest)"]
    }

    private static func line(of report: CellReport, waiting: Int, path: String) -> String? {
        guard case .failed(let failure) = report.result.status else { return nil }
        let line = failure.line ?? report.cell.markerLine
        let message = failure.diagnostics.first { $0.severity == .error }?.message ?? failure.message
        let rest = waiting == 0 ? "" : " (\(waiting) more not run because of it)"
        return "\(path):\(line): cell \(report.cell.id): \(message)\(rest)"
    }

    /// The plots that could not be drawn; what is said of several is said once.
    static func lines(of notebook: WovenNotebook, path: String) -> [String] {
        var told: Set<String> = []
        return notebook.cells.flatMap { woven in
            woven.plots.compactMap { plot in
                guard case .failed(let message) = plot, told.insert(message).inserted else { return nil }
                return "\(path):\(woven.cell.markerLine): cell \(woven.cell.id): \(message)"
            }
        }
    }
}

private extension CellReport {
    func waits(for cell: String) -> Bool {
        guard case .blocked(let causes) = result.status else { return false }
        return causes.contains(cell)
    }
}
