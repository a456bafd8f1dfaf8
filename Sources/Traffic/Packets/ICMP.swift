/// The Internet Control Message Protocol of both versions, RFC 792 and RFC 4443: type, code and checksum come first.
enum ICMP {
    static let headerLength = 8

    static func decode(_ bytes: RawSpan, into packet: inout Packet) {
        guard bytes.byteCount >= 4, let type = bytes.byte(at: 0), let code = bytes.byte(at: 1) else {
            packet.fault = .shortTransportHeader
            return
        }
        packet.transport = .icmp(ICMPHeader(type: type, code: code))
    }
}

extension ICMPHeader { var portsOfExchange: (UInt16, UInt16) { (UInt16(type), UInt16(code)) } }
