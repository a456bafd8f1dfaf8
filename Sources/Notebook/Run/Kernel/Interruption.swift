import CSystem
import Glibc

/// A request to stop whatever runs, which may come from a signal handler or another thread.
///
/// Once raised by `raise` it stays raised: everything that waits on it from then on stops at once.
package final class Interruption: Sendable {
    /// Readable once the interruption is raised.
    package let descriptor: Int32

    /// What `raise` writes to.
    private let event: Int32

    /// - Parameter sources: descriptors that raise the interruption as well, for as long as they are readable.
    /// - Throws: ``KernelError`` where the system gives no more descriptors: nothing is to run that cannot be stopped.
    package init(alsoBy sources: [Int32] = []) throws(KernelError) {
        event = eventfd(0, Int32(EFD_CLOEXEC) | Int32(EFD_NONBLOCK))
        guard event >= 0 else { throw .noDescriptors("eventfd", code: errno) }
        descriptor = epoll_create1(Int32(EPOLL_CLOEXEC))
        guard descriptor >= 0 else {
            defer { close(event) }
            throw .noDescriptors("epoll_create1", code: errno)
        }
        for source in sources + [event] {
            var interest = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(fd: source))
            guard epoll_ctl(descriptor, EPOLL_CTL_ADD, source, &interest) == 0 else {
                throw .noDescriptors("epoll_ctl", code: errno)
            }
        }
    }

    deinit {
        close(descriptor)
        close(event)
    }

    /// Asks for the stop. Only calls write(2), so that a signal handler may call it.
    package func raise() {
        var one: UInt64 = 1
        _ = write(event, &one, MemoryLayout<UInt64>.size)
    }

    /// Whether the stop has been asked for.
    package var isRaised: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&request, 1, 0) > 0
    }
}
