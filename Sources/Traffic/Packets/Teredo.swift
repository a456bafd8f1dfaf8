/// IPv6 through address translation, RFC 4380: an IPv6 packet in a datagram, after an authentication header, an origin
/// indication, both or neither.
enum Teredo {
    private static let authentication: UInt16 = 0x0001
    private static let origin: UInt16 = 0x0000
    private static let originLength = 8

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard let rest = afterIndications(bytes, layer), isIPv6(bytes, rest) else { return }
        packet.open(bytes, rest, as: .etherType(.ipv6), Tunnel(.teredo, within: packet.tunnel))
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
