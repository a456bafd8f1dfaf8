/// The Internet Protocol version 6, RFC 8200.
enum IPv6 {
    static let headerLength = 40

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard bytes.byteCount >= headerLength, let first = bytes.byte(at: 0) else {
            packet.fault = .shortIPHeader
            return
        }
        guard first >> 4 == 6 else {
            packet.fault = .wrongIPVersion
            return
        }
        guard let header = header(bytes, onLink: packet.lengthOnLink(of: bytes)) else {
            packet.fault = .shortIPHeader
            return
        }
        packet.network = header
        let payload = bytes.extracting(droppingFirst: headerLength).extracting(first: header.payloadLength)
        IPv6Extensions.decode(payload, into: &packet)
    }

    private static func header(_ bytes: RawSpan, onLink lengthOnLink: Int) -> IPHeader? {
        guard let declared = bytes.integer(at: 4, as: UInt16.self),
            let next = bytes.byte(at: 6), let hopLimit = bytes.byte(at: 7),
            let source = address(bytes, at: 8), let destination = address(bytes, at: 24)
        else { return nil }
        // Zero stands for a jumbogram (RFC 2675) or for segmentation left to the network card: the frame tells.
        let length = declared == 0 ? lengthOnLink - headerLength : Int(declared)
        var header = IPHeader(
            from: source, to: destination, carrying: IPProtocol(rawValue: next), payloadLength: length)
        header.hopLimit = hopLimit
        return header
    }

    private static func address(_ bytes: RawSpan, at offset: Int) -> IPAddress? {
        guard let high = bytes.integer(at: offset, as: UInt64.self),
            let low = bytes.integer(at: offset + 8, as: UInt64.self)
        else { return nil }
        return IPAddress(high: high, low: low)
    }
}
