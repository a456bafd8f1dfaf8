/// Frame relay: an address of two to four bytes (ITU-T Q.922), then what is carried, in the manner of RFC 2427 or of
/// Cisco.
enum FrameRelay {
    private static let shortestAddress = 2
    private static let longestAddress = 4
    /// The control byte of unnumbered information, with which RFC 2427 begins.
    private static let unnumbered: UInt8 = 0x03

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard let length = addressLength(bytes, layer) else {
            return packet.fault = layer.fault(within: .link, of: min(layer.captured + 1, longestAddress))
        }
        let rest = layer.dropping(length)
        guard rest.captured >= 2 else { return packet.fault = rest.fault(within: .link, of: 2) }
        let header = bytes.extracting(rest.range)
        if header.uint8(at: 0) == unnumbered {
            decodeStandard(bytes, rest, into: &packet)
        } else {
            let type = EtherType(rawValue: header.uint16(at: 0))
            if type.isType { packet.decode(bytes, rest.dropping(2), as: type) }
        }
    }

    /// The last byte of an address is odd.
    private static func addressLength(_ bytes: RawSpan, _ layer: Layer) -> Int? {
        let header = bytes.extracting(layer.range)
        for length in shortestAddress...longestAddress {
            guard layer.captured >= length else { return nil }
            if header.uint8(at: length - 1) & 1 == 1 { return length }
        }
        return longestAddress
    }

    /// The protocol identifier of RFC 2427, which a byte of padding may precede.
    private static func decodeStandard(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let header = bytes.extracting(layer.range)
        let length = header.uint8(at: 1) == 0 ? 3 : 2
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .link, of: length) }
        let rest = layer.dropping(length)
        switch header.uint8(at: length - 1) {
        case 0xcc: IPv4.decode(bytes, rest, into: &packet)
        case 0x8e: IPv6.decode(bytes, rest, into: &packet)
        case 0x80: decodeSNAP(bytes, rest, into: &packet)
        default: break
        }
    }

    private static func decodeSNAP(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        let length = 5
        guard layer.captured >= length else { return packet.fault = layer.fault(within: .link, of: length) }
        let header = bytes.extracting(layer.range)
        let organisation = UInt32(header.uint16(at: 0)) << 8 | UInt32(header.uint8(at: 2))
        LLC.decode(bytes, layer.dropping(length), organisation, header.uint16(at: 3), into: &packet)
    }
}
