/// The kernel's counts of a capture, which libpcap gives as 32-bit numbers that start again from zero.
///
/// They become 64-bit ones by being read more often than they wrap: at every tick.
struct KernelCounters {
    private(set) var received = WrappingCounter()
    private(set) var dropped = WrappingCounter()
    private(set) var droppedByInterface = WrappingCounter()

    mutating func advance(received: UInt32, dropped: UInt32, droppedByInterface: UInt32) {
        self.received.advance(to: received)
        self.dropped.advance(to: dropped)
        self.droppedByInterface.advance(to: droppedByInterface)
    }

    func statistics(delivered: UInt64) -> CaptureStatistics {
        CaptureStatistics(
            delivered: delivered, received: received.total, dropped: dropped.total,
            droppedByInterface: droppedByInterface.total)
    }
}

/// A count of which only the lower 32 bits are told.
struct WrappingCounter {
    private(set) var total: UInt64 = 0

    /// Takes the next reading; at most 2³² − 1 may have been added since the last.
    mutating func advance(to reading: UInt32) {
        total += UInt64(reading &- UInt32(truncatingIfNeeded: total))
    }
}
