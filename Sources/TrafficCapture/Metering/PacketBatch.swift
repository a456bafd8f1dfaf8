import Traffic

/// A few packets that were decoded where they stand, and wait for others.
///
/// A packet is large enough for a copy of it to cost as much as decoding it.
struct PacketBatch {
    private var packets: [Packet]
    private(set) var count = 0

    /// Room for `capacity` packets.
    init(capacity: Int) {
        let blank = Packet(time: Timestamp(nanoseconds: 0), length: 0, link: LinkHeader(type: .ethernet))
        packets = Array(repeating: blank, count: capacity)
    }

    var isFull: Bool { count == packets.count }

    /// Decodes one more packet; there must be room.
    @inline(__always)
    mutating func append(_ bytes: RawSpan, _ header: FrameHeader, _ depth: TunnelDepth, _ decoder: FrameDecoder) {
        decoder.decode(bytes, header, depth, into: &packets[count])
        count += 1
    }

    /// Hands all packets to `body`, and is empty then.
    mutating func drain(_ body: (Span<Packet>) -> Void) {
        body(packets.span.extracting(first: count))
        count = 0
    }
}
