/// A notebook that is another each time it has been rendered, so that its page is of an older text.
struct RestlessNotebook: Error, Hashable {
    let path: String
    /// How often it was rendered.
    let rounds: Int
}

extension RestlessNotebook: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        ErrorReport(
            "page is out of date", at: path,
            because: "the notebook changed during each of \(rounds) rounds of rendering",
            try: "if a cell writes to its own notebook, let it write elsewhere; else render again")
    }
}
