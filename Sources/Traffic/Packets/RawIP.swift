/// Raw IP: no link header at all; the first four bits tell the version.
enum RawIP {
    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        switch bytes.byte(at: 0).map({ $0 >> 4 }) {
        case 4: IPv4.decode(bytes, into: &packet)
        case 6: IPv6.decode(bytes, into: &packet)
        case nil: packet.fault = .shortIPHeader
        default: packet.fault = .wrongIPVersion
        }
    }
}
