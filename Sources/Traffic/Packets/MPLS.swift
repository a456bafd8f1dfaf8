/// Multiprotocol Label Switching, RFC 3032: labels of four bytes up to the one marked as the bottom of the stack.
///
/// Labels do not say what they carry; routers know. IP is recognised by its version, and anything else left alone.
enum MPLS {
    static let labelLength = 4

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        var offset = 0
        while true {
            guard let label = bytes.integer(at: offset, as: UInt32.self) else { return packet.fault = .shortMPLSLabel }
            offset += labelLength
            let isBottom = label & 0x100 != 0
            if isBottom { return decodeCarried(bytes.extracting(droppingFirst: offset), into: &packet) }
        }
    }

    private static func decodeCarried(_ bytes: RawSpan, into packet: inout Packet) {
        switch bytes.byte(at: 0).map({ $0 >> 4 }) {
        case 4: IPv4.decode(bytes, into: &packet)
        case 6: IPv6.decode(bytes, into: &packet)
        case nil: packet.fault = .shortIPHeader
        default: break
        }
    }
}
