import Notebook
import TrafficCapture

extension CaptureError: ReportableError {
    var exitCode: ExitCode { .unreadable }
    var report: ErrorReport { ErrorReport("cannot read", inOneLine: self) }
}

extension CaptureWarning {
    /// What a person is told of a file that was read in part.
    var report: ErrorReport { ErrorReport("warning", inOneLine: self) }
}

extension Console {
    /// Tells the person which files could not be read, and which only in part.
    func tell(_ report: MeteringReport) {
        for error in report.unreadable { self.report(error.report) }
        for warning in report.warnings { self.report(warning.report) }
    }
}

extension PacketFilterError: ReportableError {
    var exitCode: ExitCode { .usage }
    var report: ErrorReport { ErrorReport("invalid value", describing: self) }
}

extension LiveCaptureError: ReportableError {
    var exitCode: ExitCode {
        switch self {
        case .option, .filter: .usage
        case .noSuchInterface, .notUp, .noRight, .cannotOpen, .cannotList: .unreadable
        }
    }

    var report: ErrorReport {
        switch self {
        case .filter(let error): error.report
        case .option: ErrorReport("invalid value", inOneLine: self)
        case .noRight: ErrorReport("cannot capture", describing: self)
        case .noSuchInterface(let name, let available):
            ErrorReport(
                "cannot capture", inOneLine: self,
                try: Suggestion.nearest(to: name, among: available).map { "did you mean \($0)?" })
        case .notUp, .cannotOpen, .cannotList: ErrorReport("cannot capture", inOneLine: self)
        }
    }
}

extension CaptureStopperError: ReportableError {
    var exitCode: ExitCode { .failure }
    var report: ErrorReport { ErrorReport("cannot capture", at: "signals", because: description) }
}

extension CaptureWriteError: ReportableError {
    var exitCode: ExitCode { readerHasLeft ? .success : .failure }
    var report: ErrorReport { ErrorReport("cannot write", inOneLine: self) }

    /// Whether the reader at the other end of a pipe has gone, which is their right and no failure of ours.
    var readerHasLeft: Bool {
        guard case .readerHasLeft = self else { return false }
        return true
    }
}
