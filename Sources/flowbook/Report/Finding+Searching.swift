import Notebook

extension Finding {
    /// The cells that failed, each with how many could not run because of it, and whether cells were interrupted.
    static func failures(of run: NotebookRun) -> [Finding] {
        let failures = run.failures
        let interrupted = failures.filter { $0.result.status == .interrupted }
        let failed = failures.compactMap { report in
            failure(report, waiting: failures.count { $0.waits(for: report.cell.id) })
        }
        guard let first = interrupted.first else { return failed }
        let rest = interrupted.count == 1 ? "" : ", and \(interrupted.count - 1) more"
        return failed + [Finding(.interrupted, first.cell, "interrupted\(rest)")]
    }

    private static func failure(_ report: CellReport, waiting: Int) -> Finding? {
        guard case .failed(let failure) = report.result.status else { return nil }
        let message = failure.diagnostics.first { $0.severity == .error }?.message ?? failure.message
        let rest = waiting == 0 ? "" : " (\(waiting) more not run because of it)"
        return Finding(.failed, report.cell, line: failure.line, message + rest, try: failure.remedy)
    }

    /// The cells that are marked as failing and did not fail.
    static func unexpectedSuccesses(of run: NotebookRun) -> [Finding] {
        run.reports.filter { $0.cell.isMeantToFail && $0.result.status == .succeeded }.map { report in
            Finding(.succeeded, report.cell, "is tagged \"fails\" and did not fail", try: "remove the tag")
        }
    }

    /// The cells that rest on the clock or the like without saying that this is meant: two runs, one right after the
    /// other, may show the same by chance.
    static func doubts(about run: NotebookRun) -> [Finding] {
        run.reports.compactMap { report in
            report.doubt.map { doubt in
                Finding(
                    .doubtful, report.cell,
                    "warning: another run may show something else: \(doubt) (cache=false says that this is meant)")
            }
        }
    }

    /// The plots that could not be drawn; what is said of several is said once.
    static func plots(of notebook: WovenNotebook) -> [Finding] {
        var told: Set<String> = []
        return notebook.cells.flatMap { woven in
            woven.plots.compactMap { plot in
                guard case .failed(let message) = plot, told.insert(message).inserted else { return nil }
                return Finding(.plot, woven.cell, message)
            }
        }
    }

    /// What of the prose the page cannot show as meant.
    static func problems(of page: Page, _ notebook: Notebook) -> [Finding] {
        page.problems.compactMap { problem in
            notebook[id: problem.cell].map { Finding(.page, $0, line: problem.line, problem.message) }
        }
    }
}

private extension CellReport {
    func waits(for cell: String) -> Bool {
        guard case .blocked(let causes) = result.status else { return false }
        return causes.contains(cell)
    }
}
