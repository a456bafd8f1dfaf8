internal import Glibc

/// A pipe to oneself: written to by whoever wants a waiting loop to wake, and polled by the loop.
///
/// Invariant: both ends are open as long as this lives and never block, so that writing is one system call that neither
/// waits, nor allocates, nor takes a lock: it may be done by any thread and inside a signal handler. A full pipe is
/// already the signal, so a write that fails loses nothing.
final class SelfPipe: Sendable {
    /// The end to poll: readable from the first signal on.
    let readingEnd: Int32
    private let writingEnd: Int32

    /// Nil where the process has no descriptors left.
    init?() {
        var ends: (Int32, Int32) = (-1, -1)
        let made = withUnsafeMutableBytes(of: &ends) { pipe($0.bindMemory(to: Int32.self).baseAddress) }
        guard made == 0 else { return nil }
        (readingEnd, writingEnd) = ends
        for end in [readingEnd, writingEnd] {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(readingEnd)
        close(writingEnd)
    }

    /// Makes the reading end readable. Keeps the errno of an interrupted thread.
    func signal() {
        let interrupted = errno
        var byte: UInt8 = 1
        _ = write(writingEnd, &byte, 1)
        errno = interrupted
    }

    /// Whether there was a signal that nobody took back.
    var isReadable: Bool {
        var request = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }

    /// Takes all signals back.
    func clear() {
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
            while read(readingEnd, buffer.baseAddress, buffer.count) > 0 {}
        }
    }
}
