/// Which addresses of a packet in a tunnel count.
    public var tunnels = TunnelView.innermost
    /// Packets that libpcap's filter language does not select are left out; nil: none.
    public var filter: String?
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
    ///   - progress: told now and then how far it has come, and asked whether to go on.
    ///   - ended: given each flow when it ends, on the calling thread.
    /// - Returns: what became of files, packets and flows.
    /// - Throws: ``PacketFilterError`` when the filter cannot be compiled for the link of some packet.
    public func meter(
        _ files: [CaptureFile], progress: ((MeteringProgress) -> FrameVisit)? = nil, _ ended: (Flow) -> Void
    ) throws(PacketFilterError) -> MeteringReport {
        let source = FrameSource(files, filter: filter, tunnels: tunnels)
        let pipe = PacketPipe()
        // The bytes of payloads lie in the reader's buffer, which another thread would have to copy.
        guard threads > 1, !options.countsPayloadBytes, let reader = source.start(into: pipe) else {
            return try meterAtOnce(source, progress, ended)
        }
        return try meter(pipe, reader, progress, ended)
    }
}

/// Which addresses of a packet in a tunnel count.
public enum TunnelView: UInt8, Hashable, Sendable, CaseIterable {
    /// The innermost that can be decoded.
    case innermost
    /// The outermost: tunnels stay closed.
    case outermost
    /// All: a packet in a tunnel belongs to a flow at every depth.
    case every
}
