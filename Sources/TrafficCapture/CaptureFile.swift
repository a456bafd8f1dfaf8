import Traffic

/// A capture file, pcap or pcapng, to be read through libpcap.
///
///     let packets = try CaptureFile("trace.pcap").packets()
///     let ports = packets.compactMap(\.destinationPort)
///     Entropy.bits(ofValues: ports)
///
/// This is the name of a file, not an open one: every reading opens the file, goes through it once and closes it. So it
/// is a plain value that may be copied, read again, and kept across a fork.
///
/// Time stamps keep their nanoseconds where the file has them. A file cut short or damaged yields all the packets
/// before that place, and a ``CaptureWarning``.
public struct CaptureFile: Hashable, Sendable {
    /// Where the file is.
    public let path: String

    /// The capture file at `path`; nothing is opened yet.
    public init(_ path: String) {
        self.path = path
    }

    /// Reads the whole file.
    /// - Throws: ``CaptureError`` when not even its first packet can be read.
    public func read() throws(CaptureError) -> Capture {
        let reader = try PcapReader(path)
        var packets: [Packet] = []
        let warning = reader.visitAll { packets.append($0) }
        return Capture(linkType: reader.linkType, packets: packets, warning: warning)
    }

    /// All packets that can be read.
    ///
    /// A damaged end passes in silence here: ``read()`` tells of it.
    /// - Throws: ``CaptureError`` when not even the first packet can be read.
    public func packets() throws(CaptureError) -> [Packet] {
        try read().packets
    }

    /// Hands every packet to `body` without keeping any: for captures larger than memory.
    /// - Returns: where and why reading stopped early, or nil.
    /// - Throws: ``CaptureError`` when not even the first packet can be read.
    /// - Complexity: nothing is allocated for a packet.
    @discardableResult
    public func visit(_ body: (Packet) -> Void) throws(CaptureError) -> CaptureWarning? {
        try PcapReader(path).visitAll(body)
    }
}
