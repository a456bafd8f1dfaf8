import Notebook

extension NotebookError: ReportableError {
    var exitCode: ExitCode { .unreadable }

    var report: ErrorReport {
        ErrorReport("not a notebook", at: place.description, because: message, try: remedy)
    }
}

extension BuildError: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        let what = code == .storeUnwritable ? "cannot write" : "cannot build"
        return ErrorReport(what, at: subject, because: reason, try: remedy)
    }
}

extension PageFile.Problem: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        ErrorReport(
            "cannot write", at: path, because: reason,
            try: isLinkToNothing
                ? "make that folder, remove the link, or choose another with --output"
                : "make room, make the folder writable, or choose another with --output")
    }
}

extension ParameterError: ReportableError {
    var exitCode: ExitCode { .usage }
    var report: ErrorReport { ErrorReport("invalid value", at: "--set", because: message, try: remedy) }
}

extension KernelError: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        ErrorReport(
            "kernel failed", at: subject, because: reason,
            try: code == .noDescriptors ? "raise the limit on open files with `ulimit -n`" : nil)
    }
}
