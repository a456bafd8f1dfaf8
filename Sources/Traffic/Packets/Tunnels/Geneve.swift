/// Generic Network Virtualization Encapsulation, RFC 8926: eight bytes with the network's number, options, contents.
enum Geneve {
    static let shortestHeader = 8

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else { return }
        let header = bytes.extracting(layer.range)
        let start = header.uint16(at: 0)
        let isVersion0 = start >> 14 == 0
        let type = EtherType(rawValue: header.uint16(at: 2))
        guard isVersion0, start & 0x3f == 0, header.uint8(at: 7) == 0, let contents = contents(type) else { return }
        let length = shortestHeader + Int(start >> 8 & 0x3f) * 4
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .tunnel, of: length) }
        packet.open(
            bytes, layer.dropping(length), as: contents,
            Tunnel(.geneve, identifier: header.uint32(at: 4) >> 8, within: packet.tunnel))
    }

    private static func contents(_ type: EtherType) -> TunnelContents? {
        switch type {
        case .bridgedEthernet: .frame
        case .ipv4, .ipv6: .etherType(type)
        default: nil
        }
    }
}
