/// The Internet Protocol version 4, RFC 791.
enum IPv4 {
    static let shortestHeader = 20

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard bytes.byteCount >= shortestHeader, let first = bytes.byte(at: 0) else {
            packet.fault = .shortIPHeader
            return
        }
        let headerLength = Int(first & 0x0f) * 4
        guard first >> 4 == 4 else {
            packet.fault = .wrongIPVersion
            return
        }
        guard headerLength >= shortestHeader else {
            packet.fault = .badIPHeaderLength
            return
        }
        guard let header = header(bytes, length: headerLength, onLink: packet.lengthOnLink(of: bytes)) else {
            packet.fault = .shortIPHeader
            return
        }
        packet.network = header
        decodePayload(bytes, of: header, into: &packet)
    }

    private static func header(_ bytes: RawSpan, length: Int, onLink lengthOnLink: Int) -> IPHeader? {
        guard let total = bytes.integer(at: 2, as: UInt16.self),
            let identification = bytes.integer(at: 4, as: UInt16.self),
            let part = bytes.integer(at: 6, as: UInt16.self),
            let hopLimit = bytes.byte(at: 8), let carried = bytes.byte(at: 9),
            let source = bytes.integer(at: 12, as: UInt32.self),
            let destination = bytes.integer(at: 16, as: UInt32.self)
        else { return nil }
        // A sender that leaves segmentation to its network card writes zero here: then the frame tells the length.
        let totalLength = total == 0 ? lengthOnLink : Int(total)
        var header = IPHeader(
            from: IPAddress(source), to: IPAddress(destination), carrying: IPProtocol(rawValue: carried),
            payloadLength: totalLength - length)
        header.headerLength = length
        header.hopLimit = hopLimit
        header.fragment = fragment(part, identification)
        return header
    }

    private static func fragment(_ part: UInt16, _ identification: UInt16) -> Fragment? {
        let offset = Int(part & 0x1fff) * 8
        let hasMore = part & 0x2000 != 0
        guard hasMore || offset > 0 else { return nil }
        return Fragment(identification: UInt32(identification), offset: offset, hasMore: hasMore)
    }

    private static func decodePayload(_ bytes: RawSpan, of header: IPHeader, into packet: inout Packet) {
        guard header.payloadLength >= 0 else {
            packet.network?.payloadLength = 0
            packet.fault = .badIPTotalLength
            return
        }
        guard header.headerLength <= bytes.byteCount else {
            packet.fault = .shortIPHeader
            return
        }
        if let fragment = header.fragment, fragment.offset > 0 { return }
        let payload = bytes.extracting(droppingFirst: header.headerLength)
        packet.decode(payload.extracting(first: header.payloadLength), as: header.carriedProtocol)
    }
}
