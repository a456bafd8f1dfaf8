import Notebook

extension NotebookError: ReportableError {
    var exitCode: ExitCode { .unreadable }

    var report: ErrorReport {
        ErrorReport("not a notebook", at: place.description, because: message, try: remedy)
    }
}

extension BuildError: ReportableError {
    var exitCode: ExitCode { .failure }
    var report: ErrorReport { ErrorReport("cannot build", at: subject, because: reason, try: remedy) }
}
