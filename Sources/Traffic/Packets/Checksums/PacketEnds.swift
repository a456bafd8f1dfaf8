/// Whom a packet is from and to in the end, which is what checksums cover.
///
/// On its way an IPv6 packet may carry other addresses in its header: with a routing header it is sent to the next stop
/// (RFC 8200 section 4.4, RFC 8754), and a mobile host away from home sends from where it is (RFC 6275 section 6.3).
struct PacketEnds {
    private(set) var source: IPAddress
    private(set) var destination: IPAddress

    private static let homeAddress: UInt8 = 0xc9
    private static let addressLength = 16
    private static let fixedPart = 8

    /// The ends of a decoded packet; nil where an extension header hides them.
    init?(_ packet: Packet, _ bytes: RawSpan) {
        guard let network = packet.network, let start = packet.networkOffset else { return nil }
        (source, destination) = (network.source, network.destination)
        guard network.version == .six, network.headerLength > IPv6.headerLength else { return }
        let end = start + network.headerLength
        var next = IPProtocol(rawValue: bytes.uint8(at: start + 6))
        var offset = start + IPv6.headerLength
        while offset + Self.fixedPart <= end {
            let length = IPExtensions.length(of: next, units: Int(bytes.uint8(at: offset + 1)))
            guard offset + length <= end, read(bytes.extracting(offset..<offset + length), next) else { return nil }
            next = IPProtocol(rawValue: bytes.uint8(at: offset))
            offset += length
        }
    }
}

extension PacketEnds {
    /// Takes what an extension header says of the ends.
    /// - Returns: false where it hides them.
    private mutating func read(_ header: RawSpan, _ kind: IPProtocol) -> Bool {
        switch kind {
        case IPExtensions.routing: return readRoute(header)
        case IPExtensions.destinationOptions: readOptions(header)
        default: break
        }
        return true
    }

    /// The last stop comes last in routing headers of type 0 and 2, and first in those of segment routing, type 4.
    private mutating func readRoute(_ header: RawSpan) -> Bool {
        let (type, stopsLeft) = (header.uint8(at: 2), header.uint8(at: 3))
        guard stopsLeft > 0 else { return true }
        guard header.byteCount >= Self.fixedPart + Self.addressLength, [0, 2, 4].contains(type) else { return false }
        let place = type == 4 ? Self.fixedPart : header.byteCount - Self.addressLength
        destination = Self.address(header, at: place)
        return true
    }

    private mutating func readOptions(_ header: RawSpan) {
        var offset = 2
        while offset + 1 < header.byteCount {
            let (kind, length) = (header.uint8(at: offset), Int(header.uint8(at: offset + 1)))
            if kind == Self.homeAddress, length == Self.addressLength, offset + 2 + length <= header.byteCount {
                source = Self.address(header, at: offset + 2)
            }
            offset += kind == 0 ? 1 : length + 2
        }
    }

    private static func address(_ header: RawSpan, at offset: Int) -> IPAddress {
        IPAddress(high: header.uint64(at: offset), low: header.uint64(at: offset + 8))
    }
}
