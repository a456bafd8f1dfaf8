/// Ethernet II frames: two hardware addresses and an EtherType.
enum Ethernet {
    static let headerLength = 14

    /// Smaller numbers in the type field are lengths of IEEE 802.3 frames, which carry no IP.
    private static let smallestType: UInt16 = 0x0600

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard let type = bytes.integer(at: 12, as: UInt16.self) else {
            packet.fault = .shortLinkHeader
            return
        }
        guard type >= smallestType else { return }
        packet.decode(bytes.extracting(droppingFirst: headerLength), as: EtherType(rawValue: type))
    }
}
