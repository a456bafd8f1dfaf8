/// The Stream Control Transmission Protocol, RFC 9260: ports, a verification tag and a checksum, then chunks.
enum SCTP {
    static let headerLength = 12
    private static let chunkHeaderLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.stop(bytes, layer, within: .sctp, of: headerLength) }
        let content = bytes.extracting(layer.range)
        var header = SCTPHeader(verificationTag: content.uint32(at: 4))
        if layer.captured >= headerLength + chunkHeaderLength {
            header.firstChunk = content.uint8(at: headerLength)
        } else {
            packet.fault = layer.fault(within: .sctp, of: headerLength + chunkHeaderLength)
        }
        packet.ports = Ports(content.uint32(at: 0))
        packet.transport = .sctp(header)
    }
}

/// What SCTP says of a packet, RFC 9260.
public struct SCTPHeader: Hashable, Sendable {
    /// The number by which the receiver tells the association's packets from strangers'.
    public var verificationTag: UInt32
    /// The kind of the first chunk: 0 data, 1 INIT, 6 ABORT, 7 SHUTDOWN …; nil where it was not captured.
    public var firstChunk: UInt8?

    /// A header whose chunks are not known.
    public init(verificationTag: UInt32) {
        self.verificationTag = verificationTag
    }
}
