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
    private let stopper: CaptureStopper?

    /// Opens the file at `path`; `-` is standard input.
    ///
    /// A pipe is opened without waiting for somebody who writes: that would be deaf to the stopper. Reading waits.
    init(_ file: CaptureFile, until stopper: CaptureStopper? = nil) throws(CaptureError) {
        self.stopper = stopper
        isOwned = !file.isStandardInput
        descriptor = isOwned ? open(file.path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK) : STDIN_FILENO
        guard descriptor >= 0 else { throw .cannotOpen(path: file.name, reason: "\(SystemError.last)") }
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
            while size != nil || waitForBytes() {
                let count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
                if count >= 0 || errno != EINTR && errno != EAGAIN { return count }
            }
            return 0
        }
        guard count >= 0 else { throw .unreadable(reason: "\(SystemError.last)") }
        bytesRead += count
        return count
    }
}

extension InputFile {
    /// Waits until a pipe has bytes, or has come to its end.
    /// - Returns: false where the stopper ended the waiting.
    private func waitForBytes() -> Bool {
        // A descriptor below zero is passed over.
        let waited = [stopper?.pipe.readingEnd ?? -1, descriptor]
        var requests = waited.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // What interrupts the waiting is no reason to go on.
        while poll(&requests, nfds_t(requests.count), -1) < 0, errno == EINTR {}
        return requests[0].revents == 0
    }
}
