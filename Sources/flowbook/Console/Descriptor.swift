import Glibc
import TrafficCapture

/// An open descriptor of the process: the only door through which the program writes to its standard streams.
///
/// SIGPIPE has to be ignored in the process, so that a reader who leaves is an error here and not the end.
struct Descriptor: Hashable, Sendable {
    let number: Int32

    static let standardOutput = Descriptor(number: STDOUT_FILENO)
    static let standardError = Descriptor(number: STDERR_FILENO)

    var isTerminal: Bool { isatty(number) == 1 }

    /// The width of the terminal in columns; nil where there is none.
    var columns: Int? {
        var size = winsize()
        guard ioctl(number, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Writes all of `text`.
    /// - Throws: ``WriteError`` with the operating system's reason.
    func write(_ text: String) throws(WriteError) {
        var text = text
        let failure = text.withUTF8 { bytes -> Int32? in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Glibc.write(number, rest.baseAddress, rest.count)
                if count < 0, errno != EINTR { return errno }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(max(0, count)))
            }
            return nil
        }
        if let failure { throw WriteError(descriptor: self, code: failure) }
    }
}

/// Why a standard stream could not be written.
struct WriteError: Error, Hashable {
    let descriptor: Descriptor
    /// The `errno` of the failed call.
    let code: Int32

    /// Whether the reader at the other end has gone, which is their right and no failure of ours.
    var readerHasLeft: Bool { code == EPIPE }
}

extension WriteError: ReportableError {
    var exitCode: ExitCode { readerHasLeft ? .success : .failure }

    var report: ErrorReport {
        let name = descriptor == .standardOutput ? "standard output" : "descriptor \(descriptor.number)"
        return ErrorReport("cannot write", at: name, because: SystemError(code: code).reason)
    }
}
