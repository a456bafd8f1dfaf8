import Glibc

/// A call to the operating system that failed on a file.
struct SystemError: Error, Hashable {
    /// What was to be done: `cannot read`.
    let action: String
    let path: String
    /// The `errno` of the call.
    let code: Int32

    /// The failure that `errno` holds right after a call.
    init(_ action: String, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// The operating system's words for an `errno`, its first letter lowered.
    static func reason(_ code: Int32) -> String {
        let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

extension SystemError: ReportableError {
    var exitCode: ExitCode { .unreadable }
    var report: ErrorReport { ErrorReport(action, at: path, because: Self.reason(code)) }
}
