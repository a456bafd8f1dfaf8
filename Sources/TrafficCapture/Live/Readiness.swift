internal import Glibc

/// Waits until a packet or a wish to stop is there.
struct Readiness {
    let packets: Int32
    let stop: Int32?

    /// Waits at most so long, or not at all for durations below zero.
    /// - Returns: whether somebody wishes to stop.
    func wait(atMost duration: Duration) -> Bool {
        let milliseconds = (duration / Duration.milliseconds(1)).rounded(.up)
        // A descriptor below zero is passed over.
        var descriptors = [stop ?? -1, packets].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        poll(&descriptors, nfds_t(descriptors.count), Int32(min(max(milliseconds, 0), 60_000)))
        return descriptors[0].revents != 0
    }
}
