/// IPv6 through address translation, RFC 4380: an IPv6 packet in a datagram, after an authentication header, an origin
/// indication, both or neither.
///
/// Servers have a port of their own. Two peers, or a peer and a relay, use any: there a packet that begins like IPv6,
/// ends with the datagram, and has an address of the prefix reserved for Teredo is one by chance only once in 2^52.
enum Teredo {
    private static let authentication: UInt16 = 0x0001
    private static let origin: UInt16 = 0x0000
    private static let originLength = 8
    /// The first four bytes of a Teredo address.
    private static let prefix: UInt32 = 0x2001_0000

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard let rest = afterIndications(bytes, layer), isIPv6(bytes, rest) else { return }
        packet.open(bytes, rest, as: .etherType(.ipv6), Tunnel(.teredo, within: packet.tunnel))
    }

    /// Whether it is worth a closer look.
    @inline(__always)
    static func mayBegin(_ bytes: RawSpan, _ layer: Layer) -> Bool {
        layer.captured >= IPv6.headerLength && bytes.extracting(layer.range).uint8(at: 0) >> 4 == 6
    }

    /// Opens a tunnel on a port that says nothing; `layer` may begin with an IPv6 packet.
    @inline(never)
    static func decodeUnannounced(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let header = bytes.extracting(layer.range)
        let length = IPv6.headerLength + Int(header.uint16(at: 4))
        let isTeredo = header.uint32(at: 8) == prefix || header.uint32(at: 24) == prefix
        guard isTeredo, length == layer.length else { return }
        packet.open(bytes, layer, as: .etherType(.ipv6), Tunnel(.teredo, within: packet.tunnel))
    }

    private static func afterIndications(_ bytes: RawSpan, _ layer: Layer) -> Layer? {
        var rest = layer
        if starts(bytes, rest, with: authentication), rest.captured >= 4 {
            let sizes = bytes.extracting(rest.range).uint16(at: 2)
            let (nonce, confirmation) = (8, 1)
            let length = 4 + Int(sizes >> 8) + Int(sizes & 0xff) + nonce + confirmation
            guard length <= rest.captured else { return nil }
            rest = rest.dropping(length)
        }
        if starts(bytes, rest, with: origin), rest.captured >= originLength { rest = rest.dropping(originLength) }
        return rest
    }

    private static func starts(_ bytes: RawSpan, _ layer: Layer, with number: UInt16) -> Bool {
        layer.captured >= 2 && bytes.extracting(layer.range).uint16(at: 0) == number
    }

    /// Whether an IPv6 packet begins here, and ends within the datagram.
    private static func isIPv6(_ bytes: RawSpan, _ layer: Layer) -> Bool {
        guard layer.captured >= IPv6.headerLength else { return false }
        let start = bytes.extracting(layer.range).uint64(at: 0)
        return start >> 60 == 6 && IPv6.headerLength + Int(start >> 16 & 0xffff) <= layer.length
    }
}
