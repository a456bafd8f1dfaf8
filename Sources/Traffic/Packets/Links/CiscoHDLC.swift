/// Cisco's HDLC, RFC 1547 section 4.3.1: an address, a zero, and an EtherType.
enum CiscoHDLC {
    static let headerLength = 4
    static let unicast: UInt16 = 0x0f00
    static let broadcast: UInt16 = 0x8f00

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let type = EtherType(rawValue: bytes.extracting(layer.range).uint16(at: 2))
        guard type.isType else { return }
        packet.decode(bytes, layer.dropping(headerLength), as: type)
    }
}
