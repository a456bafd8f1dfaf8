/// The kernel's counts of a capture, which come as 32-bit numbers that start again from zero.
///
/// They become 64-bit ones by being read more often than they wrap: at every tick.
struct KernelCounters {
    private(set) var received = WrappingCounter()
    private(set) var dropped = WrappingCounter()
    private(set) var droppedByInterface: WrappingCounter?

    /// Counts of a capture that begins.
    /// - Parameter dropsBefore: what the interface has lost before; nil where it does not tell.
    init(dropsBefore: UInt32? = nil) {
        droppedByInterface = dropsBefore.map { WrappingCounter(from: $0) }
    }

    mutating func advance(received: UInt32, dropped: UInt32) {
        self.received.advance(to: received)
        self.dropped.advance(to: dropped)
    }

    /// Takes what the interface has lost since it exists; a reading of nil, after it has gone, changes nothing.
    mutating func advance(droppedByInterface reading: UInt32?) {
        if let reading { droppedByInterface?.advance(to: reading) }
    }

    func statistics(delivered: UInt64) -> CaptureStatistics {
        CaptureStatistics(
            delivered: delivered, received: received.total, dropped: dropped.total,
            droppedByInterface: droppedByInterface?.total)
    }
}

/// A count of which only the lower 32 bits are told.
struct WrappingCounter {
    private(set) var total: UInt64 = 0
    private var last: UInt32

    /// Counts what is added to a first reading.
    init(from first: UInt32 = 0) {
        last = first
    }

    /// Takes the next reading; at most 2³² − 1 may have been added since the last.
    mutating func advance(to reading: UInt32) {
        total += UInt64(reading &- last)
        last = reading
    }
}
