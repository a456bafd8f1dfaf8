internal import Glibc

/// Why a call to the operating system failed.
package struct SystemError: Error, Hashable, Sendable {
    /// The `errno` of the call.
    package let code: Int32

    /// The failure with this `errno`.
    package init(code: Int32) { self.code = code }

    /// What failed last on this thread.
    static var last: SystemError { SystemError(code: errno) }
}

extension SystemError: CustomStringConvertible {
    /// The system's words.
    package var description: String { strerror(code).map { String(cString: $0) } ?? "error \(code)" }
}
