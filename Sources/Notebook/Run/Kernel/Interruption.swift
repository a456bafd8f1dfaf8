import CChannel
import Glibc

/// A request to stop whatever runs, which may come from a signal handler or another thread.
///
/// Once raised it stays raised: everything that waits on it from then on stops at once.
package final class Interruption: Sendable {
    /// Readable once the interruption is raised.
    let descriptor: Int32

    package init() { descriptor = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK)) }

    deinit { close(descriptor) }

    /// Asks for the stop. Only calls write(2), so that a signal handler may call it.
    package func raise() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Whether the stop has been asked for.
    package var isRaised: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }
}
