/// The Transmission Control Protocol, RFC 9293.
enum TCP {
    static let shortestHeader = 20

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        packet.ports = Ports(decoding: bytes)
        guard let header = header(bytes) else {
            packet.fault = .shortTransportHeader
            return
        }
        guard header.length >= shortestHeader, header.length <= packet.network?.payloadLength ?? 0 else {
            packet.fault = .badTCPHeaderLength
            return
        }
        packet.transport = .tcp(header)
    }

    private static func header(_ bytes: RawSpan) -> TCPHeader? {
        guard bytes.byteCount >= shortestHeader,
            let sequenceNumber = bytes.integer(at: 4, as: UInt32.self),
            let acknowledgementNumber = bytes.integer(at: 8, as: UInt32.self),
            let offset = bytes.byte(at: 12), let flags = bytes.byte(at: 13),
            let window = bytes.integer(at: 14, as: UInt16.self)
        else { return nil }
        var header = TCPHeader(
            flags: TCPFlags(rawValue: flags), sequenceNumber: sequenceNumber,
            acknowledgementNumber: acknowledgementNumber, window: window)
        header.length = Int(offset >> 4) * 4
        return header
    }
}

extension Ports {
    /// The ports with which the headers of TCP and UDP begin; nil where even these four bytes are missing.
    init?(decoding bytes: RawSpan) {
        guard let word = bytes.integer(at: 0, as: UInt32.self) else { return nil }
        self.init(source: UInt16(truncatingIfNeeded: word >> 16), destination: UInt16(truncatingIfNeeded: word))
    }
}
