/// User traffic of mobile networks, 3GPP TS 29.281: eight bytes with the receiver's endpoint, four more where a flag
/// asks for any of the optional fields, extension headers, then an IP packet.
enum GTPU {
    static let shortestHeader = 8
    private static let optionalLength = 4
    private static let userPacket: UInt8 = 255
    private static let hasExtensions: UInt8 = 0x04
    private static let mostExtensions = 8

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else { return }
        let header = bytes.extracting(layer.range)
        let flags = header.uint8(at: 0)
        let isVersion1 = flags & 0xf0 == 0x30
        guard isVersion1, header.uint8(at: 1) == userPacket else { return }
        let message = layer.first(shortestHeader + Int(header.uint16(at: 2)))
        guard let rest = afterOptions(bytes, message, flags: flags) else {
            return packet.fault = message.fault(within: .tunnel, of: message.captured + 1)
        }
        guard isIP(bytes, rest) else { return }
        packet.open(
            bytes, rest, as: .ip, Tunnel(.gtpU, identifier: header.uint32(at: 4), within: packet.tunnel))
    }

    private static func isIP(_ bytes: RawSpan, _ layer: Layer) -> Bool {
        guard layer.captured > 0 else { return layer.length > 0 }
        let version = bytes.extracting(layer.range).uint8(at: 0) >> 4
        return version == 4 || version == 6
    }

    /// What follows the optional fields and extension headers; nil where the message ends within them.
    private static func afterOptions(_ bytes: RawSpan, _ message: Layer, flags: UInt8) -> Layer? {
        let rest = message.dropping(shortestHeader)
        guard flags & 0x07 != 0 else { return rest }
        guard rest.captured >= optionalLength else { return nil }
        let next = bytes.extracting(rest.range).uint8(at: optionalLength - 1)
        let body = rest.dropping(optionalLength)
        return flags & hasExtensions == 0 ? body : afterExtensions(bytes, body, next)
    }

    /// An extension begins with its length in units of four bytes and ends with the kind of the next.
    private static func afterExtensions(_ bytes: RawSpan, _ layer: Layer, _ first: UInt8) -> Layer? {
        var rest = layer
        var next = first
        for _ in 0..<mostExtensions where next != 0 {
            guard rest.captured >= 4 else { return nil }
            let header = bytes.extracting(rest.range)
            let length = Int(header.uint8(at: 0)) * 4
            guard length >= 4, length <= rest.captured else { return nil }
            next = header.uint8(at: length - 1)
            rest = rest.dropping(length)
        }
        return next == 0 ? rest : nil
    }
}
