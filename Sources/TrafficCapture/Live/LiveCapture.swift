import Traffic

/// A capture of packets on an interface of this machine, through libpcap.
///
///     let signals = try SignalStop()
///     let capture = try LiveCapture(LiveCaptureOptions())
///     var meter = FlowMeter()
///     let show: (Flow) -> Void = { flow in print(flow.initiator, flow.end) }
///     let report = capture.run(until: signals.stopper) { event in
///         switch event {
///         case .frame(let bytes, let header): meter.add(Packet(decoding: bytes, header), show)
///         case .tick(let now, _): meter.tick(now, show)
///         }
///     }
///     meter.finish(show)
///
/// Capturing begins with ``init(_:)``: packets wait in the kernel's buffer until ``run(until:_:)`` hands them over. It
/// takes rights that mostly only the administrator has; ``LiveCaptureError/noRight(name:program:)`` tells how to give
/// them to a program. To be used by one thread at a time.
public final class LiveCapture {
    /// What was asked for.
    public let options: LiveCaptureOptions
    /// How the first bytes of packets are to be read.
    public let linkType: LinkType
    let handle: LiveHandle
    let index: InterfaceIndex
    let opened = ContinuousClock.now
    /// The counts as they are before the first packet.
    let counters: KernelCounters
    private var report: LiveCaptureReport?

    /// Begins to capture.
    /// - Throws: ``LiveCaptureError`` where the interface cannot be opened so, or the filter is none.
    public init(_ options: LiveCaptureOptions) throws(LiveCaptureError) {
        try options.check()
        index = try InterfaceIndex(named: options.interface)
        counters = KernelCounters(dropsBefore: index.drops)
        handle = try LiveHandle.opened(options)
        linkType = handle.linkType
        self.options = options
    }

    /// Hands over packets and ticks until the capture ends.
    ///
    /// When it is stopped or its time is over, what the kernel has buffered by then is still handed over. A capture
    /// that has ended stays so: running it again gives the same report.
    /// - Parameters:
    ///   - stopper: ends the capture at once, traffic or none.
    ///   - body: takes what happens; an error it throws ends the capture.
    /// - Returns: why the capture ended, and what became of the packets.
    /// - Throws: the body's error.
    /// - Complexity: nothing is allocated for a packet.
    public func run<Failure: Error>(
        until stopper: CaptureStopper? = nil, _ body: (LiveEvent) throws(Failure) -> Void
    ) throws(Failure) -> LiveCaptureReport {
        if let report { return report }
        var failure: Failure?
        let report = withoutActuallyEscaping(body) { body in
            var loop = CaptureLoop(of: self, until: stopper) { event in
                do throws(Failure) {
                    try body(event)
                } catch {
                    failure = error
                }
                return failure == nil
            }
            return loop.run()
        }
        self.report = report
        if let failure { throw failure }
        return report
    }
}
