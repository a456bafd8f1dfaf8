/// The Internet Protocol version 6, RFC 8200.
enum IPv6 {
    static let headerLength = 40

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .ip, of: headerLength) }
        let header = bytes.extracting(layer.range)
        let start = header.uint64(at: 0)
        guard start >> 60 == 6 else { return packet.fault = .wrongIPVersion }
        let rest = layer.dropping(headerLength)
        let (carried, declared) = (IPProtocol(rawValue: UInt8(truncatingIfNeeded: start >> 8)), start >> 16 & 0xffff)
        let jumbo = JumboPayload(bytes, rest, after: carried, declared: Int(declared))
        let length = jumbo.length ?? length(Int(declared), carrying: carried, in: rest)
        let network = network(header, start, carrying: carried, payloadLength: length)
        packet.network = network
        packet.networkOffset = layer.offset
        guard !jumbo.isBad else { return packet.fault = .badJumboOption }
        if length > rest.length && !layer.isFragment { packet.fault = .longerThanFrame }
        let payload = rest.first(length)
        if IPExtensions.isExtension(carried, of: .six) {
            IPExtensions.decode(bytes, payload, of: .six, into: &packet)
        } else {
            packet.decode(bytes, payload, as: carried)
        }
    }

    /// The header's figures; `start` is its first eight bytes.
    @inline(__always)
    private static func network(
        _ header: RawSpan, _ start: UInt64, carrying: IPProtocol, payloadLength: Int
    ) -> IPHeader {
        IPHeader(
            from: IPAddress(high: header.uint64(at: 8), low: header.uint64(at: 16)),
            to: IPAddress(high: header.uint64(at: 24), low: header.uint64(at: 32)), carrying: carrying,
            hopLimit: UInt8(truncatingIfNeeded: start), trafficClass: UInt8(truncatingIfNeeded: start >> 52),
            headerLength: headerLength, payloadLength: payloadLength)
    }

    /// Without a jumbo option, zero before a payload stands for segmentation left to the network card: the frame tells.
    private static func length(_ declared: Int, carrying: IPProtocol, in rest: Layer) -> Int {
        declared == 0 && carrying != .nothing ? rest.length : declared
    }
}
