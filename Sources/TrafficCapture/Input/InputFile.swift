internal import Glibc

/// An open file, pipe or terminal: the one place where a capture's bytes enter the process.
///
/// It is read and never mapped into memory, since a mapped file that somebody cuts short kills its reader; with a
/// large buffer, reading costs hardly more.
///
/// Invariant: `descriptor` is open as long as this object lives, and closed with it if it was opened here.
final class InputFile: ByteSource {
    /// How many bytes were read so far.
    private(set) var bytesRead = 0
    /// How many bytes the file had when it was opened; nil for anything but a regular file.
    let size: Int?
    private let descriptor: Int32
    private let isOwned: Bool

    /// Opens the file at `path`; `-` is standard input.
    init(_ file: CaptureFile) throws(CaptureError) {
        isOwned = !file.isStandardInput
        descriptor = isOwned ? open(file.path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : STDIN_FILENO
        guard descriptor >= 0 else { throw .cannotOpen(path: file.name, reason: SystemError.text) }
        var status = stat()
        let kind = fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
        size = kind == S_IFREG ? Int(status.st_size) : nil
        if kind == S_IFDIR { throw .isFolder(path: file.name) }
    }

    deinit {
        if isOwned { close(descriptor) }
    }

    func read(into target: inout MutableRawSpan) throws(CaptureFault) -> Int {
        let count = target.withUnsafeMutableBytes { bytes in
            while true {
                let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                if count >= 0 || errno != EINTR { return count }
            }
        }
        guard count >= 0 else { throw .unreadable(reason: SystemError.text) }
        bytesRead += count
        return count
    }
}

/// The system's words for what failed last on this thread.
enum SystemError {
    static var text: String {
        strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    }
}
