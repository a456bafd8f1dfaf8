import Traffic

/// A capture file: pcap, pcapng or snoop, as it is or compressed with gzip or zstd.
///
///     let packets = try CaptureFile("trace.pcap").packets()
///     let ports = packets.compactMap(\.destinationPort)
///     Entropy.bits(ofValues: ports)
///
/// This is the name of a file, not an open one: every reading opens the file, goes through it once and closes it. So it
/// is a plain value that may be copied, read again, and kept across a fork. A pipe gives its bytes once only.
///
/// Time stamps keep their nanoseconds where the file has them. A file cut short or damaged yields all the packets
/// before that place, and a ``CaptureWarning``. Packets of links that cannot be decoded are handed over like all
/// others and say so in ``Packet/fault``.
public struct CaptureFile: Hashable, Sendable {
    /// Where the file is; `-` is standard input.
    public let path: String

    /// The capture file at `path`, or standard input for `-`; nothing is opened yet.
    public init(_ path: String) {
        self.path = path
    }

    /// Reads the whole file.
    /// - Throws: ``CaptureError`` when nothing of it can be read.
    public func read() throws(CaptureError) -> Capture {
        var packets: [Packet] = []
        let reader = try CaptureReader(self)
        let summary = reader.run { bytes, header in
            packets.append(Packet(decoding: bytes, header))
            return .next
        }
        return Capture(
            format: summary.format, interfaces: summary.interfaces, packets: packets, warning: summary.warning)
    }

    /// All packets that can be read.
    ///
    /// A damaged end passes in silence here: ``read()`` tells of it.
    /// - Throws: ``CaptureError`` when nothing of the file can be read.
    public func packets() throws(CaptureError) -> [Packet] {
        try read().packets
    }

    /// Hands every packet to `body` without keeping any: for captures larger than memory.
    /// - Returns: where and why reading stopped early, or nil.
    /// - Throws: ``CaptureError`` when nothing of the file can be read.
    /// - Complexity: nothing is allocated for a packet.
    @discardableResult
    public func visit(_ body: (Packet) -> Void) throws(CaptureError) -> CaptureWarning? {
        let reader = try CaptureReader(self)
        let summary = reader.run { bytes, header in
            body(Packet(decoding: bytes, header))
            return .next
        }
        return summary.warning
    }

    /// Hands every frame to `body` as it lies in memory: the fastest way through a file, and one that decides for
    /// itself what to decode.
    ///
    ///     var meter = FlowMeter()
    ///     let summary = try CaptureFile("trace.pcap").forEachFrame { bytes, header in
    ///         meter.add(Packet(decoding: bytes, header)) { flow in print(flow.initiator, flow.both.packets) }
    ///         return meter.liveFlows < 1000 ? .next : .stop
    ///     }
    ///
    /// - Parameters:
    ///   - stopper: ends the reading, and the waiting for bytes of a pipe: what came until then is all there is.
    ///   - progress: told about every half megabyte how far reading has come.
    ///   - body: given the captured bytes, lent for the call, and what the file says of them.
    /// - Returns: the interfaces, how many frames there were, and where and why reading ended early.
    /// - Throws: ``CaptureError`` when nothing of the file can be read; and what `body` throws, which ends the reading.
    /// - Complexity: nothing is allocated for a frame; memory is a few buffers, whatever the file's size.
    @discardableResult
    public func forEachFrame(
        until stopper: CaptureStopper? = nil, progress: ((CaptureProgress) -> Void)? = nil,
        _ body: (RawSpan, FrameHeader) throws -> FrameVisit
    ) throws -> CaptureSummary {
        try CaptureReader(self, until: stopper).run(progress: progress, body)
    }
}

extension CaptureFile {
    var isStandardInput: Bool { path == "-" }

    /// What messages call the file.
    var name: String { isStandardInput ? "standard input" : path.isEmpty ? "a file without a name" : path }
}
