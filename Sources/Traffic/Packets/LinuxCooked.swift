/// Linux "cooked" capture, version 1: what a capture on all interfaces has in place of a link header.
///
/// The last two of its 16 bytes hold the EtherType.
enum LinuxCooked {
    static let headerLength = 16

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard let type = bytes.integer(at: 14, as: UInt16.self) else {
            packet.fault = .shortLinkHeader
            return
        }
        packet.decode(bytes.extracting(droppingFirst: headerLength), as: EtherType(rawValue: type))
    }
}

/// Linux "cooked" capture, version 2: 20 bytes, of which the first two hold the EtherType.
enum LinuxCooked2 {
    static let headerLength = 20

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard bytes.byteCount >= headerLength, let type = bytes.integer(at: 0, as: UInt16.self) else {
            packet.fault = .shortLinkHeader
            return
        }
        packet.decode(bytes.extracting(droppingFirst: headerLength), as: EtherType(rawValue: type))
    }
}
