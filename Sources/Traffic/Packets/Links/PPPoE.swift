/// The sessions of PPP over Ethernet, RFC 2516: six bytes, of which the last two tell the length of the PPP frame.
enum PPPoE {
    static let headerLength = 6

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .ppp, of: headerLength) }
        let header = bytes.extracting(layer.range)
        let isSession = header.uint16(at: 0) == 0x1100
        guard isSession else { return }
        let length = Int(header.uint16(at: 4))
        PPP.decodeNumber(bytes, layer.dropping(headerLength).first(length), into: &packet)
    }
}
