/// Frames mirrored by a switch, in Generic Routing Encapsulation (draft-foschiano-erspan): with no header of its own
/// (type I), eight bytes (II), or twelve and perhaps eight more (III).
enum ERSPAN {
    private static let firstTypes = EtherType(rawValue: 0x88be)
    private static let thirdType = EtherType(rawValue: 0x22eb)

    static func isAnnounced(by type: EtherType) -> Bool { type == firstTypes || type == thirdType }

    /// Type I is the one without sequence numbers.
    static func decode(
        _ bytes: RawSpan, _ layer: Layer, _ type: EtherType, isNumbered: Bool, into packet: inout Packet
    ) {
        if type == thirdType {
            decodeThird(bytes, layer, into: &packet)
        } else {
            open(bytes, layer, headerLength: isNumbered ? 8 : 0, into: &packet)
        }
    }

    private static func decodeThird(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let (length, subheaderLength) = (12, 8)
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .tunnel, of: length) }
        let hasSubheader = bytes.extracting(layer.range).uint8(at: 11) & 1 == 1
        open(bytes, layer, headerLength: length + (hasSubheader ? subheaderLength : 0), into: &packet)
    }

    private static func open(_ bytes: RawSpan, _ layer: Layer, headerLength: Int, into packet: inout Packet) {
        guard layer.captured >= headerLength else {
            return packet.fault = layer.fault(within: .tunnel, of: headerLength)
        }
        let session = headerLength == 0 ? 0 : UInt32(bytes.extracting(layer.range).uint16(at: 2) & 0x3ff)
        packet.open(
            bytes, layer.dropping(headerLength), as: .frame,
            Tunnel(.erspan, identifier: session, within: packet.tunnel))
    }
}
