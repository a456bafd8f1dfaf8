/// Virtual eXtensible LAN, RFC 7348: eight bytes with the network's number, then an Ethernet frame.
enum VXLAN {
    static let headerLength = 8

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return }
        let header = bytes.extracting(layer.range)
        let flags = header.uint8(at: 0)
        // The first bit announces a group policy; of the reserved ones a header is held to those that are always zero.
        guard flags & 0x7f == 0x08, header.uint8(at: 7) == 0 else { return }
        open(bytes, layer, as: .frame, into: &packet)
    }

    /// The generic protocol extension, which says what it carries.
    static func decodeGeneric(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return }
        let header = bytes.extracting(layer.range)
        let (hasNetwork, namesContents): (UInt8, UInt8) = (0x08, 0x04)
        guard header.uint8(at: 0) & (hasNetwork | namesContents) == hasNetwork | namesContents else { return }
        switch header.uint8(at: 3) {
        case 1, 2: open(bytes, layer, as: .ip, into: &packet)
        case 3: open(bytes, layer, as: .frame, into: &packet)
        default: break
        }
    }

    private static func open(
        _ bytes: RawSpan, _ layer: Layer, as contents: TunnelContents, into packet: inout Packet
    ) {
        let network = bytes.extracting(layer.range).uint32(at: 4) >> 8
        packet.open(
            bytes, layer.dropping(headerLength), as: contents,
            Tunnel(.vxlan, identifier: network, within: packet.tunnel))
    }
}
