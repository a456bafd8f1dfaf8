import Glibc
import TrafficCapture

/// A call to the operating system that failed on a file.
struct FileError: Error, Hashable {
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

    private var reason: String { code == Self.notAFile ? "not a regular file" : SystemError(code: code).reason }
}

extension FileError: ReportableError {
    var exitCode: ExitCode { action == .read ? .unreadable : .failure }

    var report: ErrorReport {
        ErrorReport("cannot \(action.rawValue)", at: path, because: reason, try: remedy)
    }

    private var remedy: String? {
        switch code {
        case EACCES, EPERM, EROFS: "check the rights on it and on its folder"
        case ENOSPC, EDQUOT: "make room on the disk"
        default: nil
        }
    }
}

extension SystemError {
    /// The system's words, the first letter lowered, for the middle of a line.
    var reason: String { description.prefix(1).lowercased() + description.dropFirst() }
}
