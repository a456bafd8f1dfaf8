/// Logical link control, IEEE 802.2, with the Subnetwork Access Protocol (SNAP): how IEEE 802.3, IEEE 802.11 and
/// others say what they carry.
enum LLC {
    static let headerLength = 3
    static let snapLength = 8

    /// Both service access points and the control byte of SNAP.
    private static let snap: UInt32 = 0xaaaa03
    /// Both service access points and the control byte of IP without SNAP.
    private static let ip: UInt32 = 0x060603

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let header = bytes.extracting(layer.range)
        switch UInt32(header.uint16(at: 0)) << 8 | UInt32(header.uint8(at: 2)) {
        case snap: decodeSNAP(bytes, layer, into: &packet)
        case ip: RawIP.decode(bytes, layer.dropping(headerLength), into: &packet)
        default: break
        }
    }

    private static func decodeSNAP(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= snapLength else { return packet.fault = layer.fault(within: .link, of: snapLength) }
        let header = bytes.extracting(layer.range)
        let organisation = header.uint32(at: 2) & 0xffffff
        decode(bytes, layer.dropping(snapLength), organisation, header.uint16(at: 6), into: &packet)
    }

    /// What an organisation's number stands for: of most organisations nobody knows.
    static func decode(
        _ bytes: RawSpan, _ layer: Layer, _ organisation: UInt32, _ number: UInt16, into packet: inout Packet
    ) {
        let type = EtherType(rawValue: number)
        switch (organisation, number) {
        case (0, _) where type.isType, (0x0000f8, _) where type.isType: packet.decode(bytes, layer, as: type)
        case (0x0080c2, 1), (0x0080c2, 7): Ethernet.decodeWire(bytes, layer, into: &packet)
        default: break
        }
    }
}
