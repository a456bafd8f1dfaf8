/// The Point-to-Point Protocol, RFC 1661: as a link of its own, over Ethernet, and in tunnels.
enum PPP {
    /// A frame, whose address and control bytes, and the first byte of whose protocol number, may be left out.
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let header = bytes.extracting(layer.range)
        guard layer.captured >= 2 else { return packet.fault = layer.fault(within: .ppp, of: 2) }
        switch header.uint16(at: 0) {
        case 0xff03: decodeNumber(bytes, layer.dropping(2), into: &packet)
        case CiscoHDLC.unicast, CiscoHDLC.broadcast: CiscoHDLC.decode(bytes, layer, into: &packet)
        default: decodeNumber(bytes, layer, into: &packet)
        }
    }

    /// A frame after a byte that says which way it went.
    static func decodeDirected(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= 1 else { return packet.fault = layer.fault(within: .ppp, of: 1) }
        decode(bytes, layer.dropping(1), into: &packet)
    }

    /// The protocol's number and what it announces. Only the last byte of a number is odd, so a compressed one shows.
    static func decodeNumber(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= 1 else { return packet.fault = layer.fault(within: .ppp, of: 1) }
        let header = bytes.extracting(layer.range)
        let first = header.uint8(at: 0)
        guard first & 1 == 0 else { return decode(bytes, layer.dropping(1), UInt16(first), into: &packet) }
        guard layer.captured >= 2 else { return packet.fault = layer.fault(within: .ppp, of: 2) }
        decode(bytes, layer.dropping(2), header.uint16(at: 0), into: &packet)
    }

    private static func decode(_ bytes: RawSpan, _ layer: Layer, _ number: UInt16, into packet: inout Packet) {
        switch number {
        case 0x0021: IPv4.decode(bytes, layer, into: &packet)
        case 0x0057: IPv6.decode(bytes, layer, into: &packet)
        case 0x0281, 0x0283: MPLS.decode(bytes, layer, into: &packet)
        default: break
        }
    }
}
