/// The Point-to-Point Protocol, RFC 1661: as a link of its own, and as the payload of PPPoE (RFC 2516).
enum PPP {
    private static let sessionHeaderLength = 6

    /// A frame of a PPP link, which may begin with an address and a control byte.
    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        let hasAddress = bytes.integer(at: 0, as: UInt16.self) == 0xff03
        decodeProtocol(bytes.extracting(droppingFirst: hasAddress ? 2 : 0), into: &packet)
    }

    /// The payload of a PPPoE session frame.
    static func decodeSession(_ bytes: RawSpan, into packet: inout Packet) {
        decodeProtocol(bytes.extracting(droppingFirst: sessionHeaderLength), into: &packet)
    }

    private static func decodeProtocol(_ bytes: RawSpan, into packet: inout Packet) {
        guard let number = bytes.integer(at: 0, as: UInt16.self) else { return packet.fault = .shortPPPHeader }
        let payload = bytes.extracting(droppingFirst: 2)
        switch number {
        case 0x0021: IPv4.decode(payload, into: &packet)
        case 0x0057: IPv6.decode(payload, into: &packet)
        case 0x0281, 0x0283: MPLS.decode(payload, into: &packet)
        default: break
        }
    }
}
