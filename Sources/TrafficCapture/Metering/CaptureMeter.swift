import Traffic

/// Turns capture files into flows: reads, filters and decodes on one thread, and meters on another.
///
///     var meter = CaptureMeter()
///     meter.options.idleTimeout = .seconds(15)
///     let report = try meter.meter([CaptureFile("trace.pcap")]) { flow in print(flow.initiator, flow.end) }
///     report.flows.metered
///
/// The flows and their order are the same whatever the number of threads.
public struct CaptureMeter: Hashable, Sendable {
    /// What a flow is, and what is measured of it.
    public var options = FlowOptions()
    /// Which addresses of a packet in a tunnel count.
    public var tunnels = TunnelView.innermost
    /// Packets that libpcap's filter language does not select are left out; nil: none.
    public var filter: String?
    /// Whether packets with a wrong checksum are left out of flows, and noted in their history: see
    /// ``Traffic/Packet/verifyChecksums(_:)``. Captures made on the sending machine show packets before its network
    /// card has filled in their checksums, so by default nothing is verified.
    public var verifiesChecksums = false
    /// How many threads may work; two is the most that are of use.
    public var threads = 2

    /// A meter with the default options.
    public init(_ options: FlowOptions = FlowOptions()) {
        self.options = options
    }

    /// Meters files one after the other, as if they were one capture: a flow may go on in the next.
    ///
    /// A file that cannot be read is told in the report, and the others are metered all the same.
    /// - Parameters:
    ///   - files: the captures, in the order of their times.
    ///   - stopper: ends the reading, and the waiting for bytes of a pipe: what came until then is all there is.
    ///   - began: told the time of the first frame, before any flow ends.
    ///   - progress: told now and then how far it has come, and asked whether to go on.
    ///   - ended: given each flow when it ends, on the calling thread.
    /// - Returns: what became of files, packets and flows.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    public func meter(
        _ files: [CaptureFile], until stopper: CaptureStopper? = nil, began: ((Timestamp) -> Void)? = nil,
        progress: ((MeteringProgress) -> FrameVisit)? = nil, _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        let source = frames(of: files, until: stopper)
        let pipe = PacketPipe()
        // The bytes of payloads lie in the reader's buffer, which another thread would have to copy.
        guard threads > 1, !options.countsPayloadBytes, let reader = source.start(into: pipe) else {
            return try meterAtOnce(source, began, progress, ended)
        }
        return try meter(pipe, reader, began, progress, ended)
    }
}
