import Glibc

/// A call to the operating system that failed on a file.
struct SystemError: Error, Hashable {
    /// What was to be done.
    enum Action: String, Hashable {
        case read
        case write
        case remove
    }

    let action: Action
    let path: String
    /// The `errno` of the call.
    let code: Int32

    /// The failure that `errno` holds right after a call.
    init(_ action: Action, _ path: String, code: Int32 = errno) {
        self.action = action
        self.path = path
        self.code = code
    }

    /// Stands for what the operating system has no `errno` for.
    static let notAFile: Int32 = -1

    /// The operating system's words for an `errno`, its first letter lowered.
    static func reason(_ code: Int32) -> String {
        if code == notAFile { return "not a regular file" }
        let text = strerror(code).map { String(cString: $0) } ?? "error \(code)"
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

extension SystemError: ReportableError {
    var exitCode: ExitCode { action == .read ? .unreadable : .failure }

    var report: ErrorReport {
        ErrorReport("cannot \(action.rawValue)", at: path, because: Self.reason(code), try: remedy)
    }

    private var remedy: String? {
        switch code {
        case EACCES, EPERM, EROFS: "check the rights on it and on its folder"
        case ENOSPC, EDQUOT: "make room on the disk"
        default: nil
        }
    }
}
