/// What became of the packets that passed a live capture's filter.
///
/// Nothing is lost without being counted: `received = seen + dropped`, and at the end of a capture on one interface
/// every packet seen was also delivered. On the pseudo-interface `any`, the kernel counts what is sent on loopback
/// twice, and it is delivered once.
public struct CaptureStatistics: Hashable, Sendable {
    /// Packets handed over.
    public var delivered: UInt64
    /// Packets that passed the filter, as the kernel counts them: with those it then had to drop.
    public var received: UInt64
    /// Packets the kernel dropped because the buffer was full: ask for a larger one, or a filter.
    public var dropped: UInt64
    /// Packets that came to the interface while it, or its driver, had no room for them: `rx_missed_errors` and
    /// `rx_fifo_errors` of Linux. They are those of the whole interface, as no filter has seen them, and each driver
    /// counts in its own way; virtual interfaces mostly count none. Nil where there is no such count: on `any`.
    public var droppedByInterface: UInt64?

    /// The counts of a capture.
    public init(delivered: UInt64, received: UInt64, dropped: UInt64, droppedByInterface: UInt64? = nil) {
        self.delivered = delivered
        self.received = received
        self.dropped = dropped
        self.droppedByInterface = droppedByInterface
    }

    /// Packets the kernel put into the buffer: delivered, or still waiting there.
    public var seen: UInt64 { received - dropped }
}
