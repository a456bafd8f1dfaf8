/// Multiprotocol Label Switching, RFC 3032: labels of four bytes up to the one marked as the bottom of the stack.
///
/// Labels do not say what they carry; routers know. IP is recognised by its version. An Ethernet frame (a pseudo-wire,
/// RFC 4448), with a control word before it or without, is taken for one where its type and what follows agree.
enum MPLS {
    static let labelLength = 4

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        var rest = layer
        while true {
            guard rest.captured >= labelLength else {
                return packet.fault = rest.fault(within: .mplsLabel, of: labelLength)
            }
            let label = bytes.extracting(rest.range).uint32(at: 0)
            rest = rest.dropping(labelLength)
            let isBottom = label & 0x100 != 0
            if isBottom { return decodeCarried(bytes, rest, into: &packet) }
        }
    }

    private static func decodeCarried(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured > 0 else { return packet.fault = layer.fault(within: .ip, of: IPv4.shortestHeader) }
        switch bytes.extracting(layer.range).uint8(at: 0) {
        case 0x45...0x4f: IPv4.decode(bytes, layer, into: &packet)
        case 0x60...0x6f: IPv6.decode(bytes, layer, into: &packet)
        default: decodeWire(bytes, layer, into: &packet)
        }
    }

    private static func decodeWire(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let controlWordLength = 4
        if isFrame(bytes, layer, after: controlWordLength) {
            Ethernet.decodeWire(bytes, layer.dropping(controlWordLength), into: &packet)
        } else if isFrame(bytes, layer, after: 0) {
            Ethernet.decodeWire(bytes, layer, into: &packet)
        } else if layer.captured <= controlWordLength + Ethernet.headerLength && layer.captured < layer.length {
            packet.fault = .cut(.link)
        }
    }

    /// Whether the bytes after `count` others begin like an Ethernet frame that carries something well known.
    private static func isFrame(_ bytes: RawSpan, _ layer: Layer, after count: Int) -> Bool {
        guard layer.captured > count + Ethernet.headerLength else { return false }
        let header = bytes.extracting(layer.range)
        if count > 0 && header.uint8(at: 0) >> 4 != 0 { return false }
        let next = header.uint8(at: count + Ethernet.headerLength)
        switch EtherType(rawValue: header.uint16(at: count + 12)) {
        case .ipv4: return (0x45...0x4f).contains(next)
        case .ipv6: return next >> 4 == 6
        case .arp, .vlan, .serviceVLAN: return true
        default: return false
        }
    }
}
