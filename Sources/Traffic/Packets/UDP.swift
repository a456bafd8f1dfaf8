/// The User Datagram Protocol, RFC 768.
enum UDP {
    static let headerLength = 8

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        packet.ports = Ports(decoding: bytes)
        guard bytes.byteCount >= headerLength else {
            packet.fault = .shortTransportHeader
            return
        }
        packet.transport = .udp
    }
}
