/// The Internet Protocol version 4, RFC 791.
enum IPv4 {
    static let shortestHeader = 20

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.fault = layer.fault(within: .ip, of: shortestHeader)
        }
        let header = bytes.extracting(layer.range)
        let start = header.uint64(at: 0)
        guard start >> 60 == 4 else { return packet.fault = .wrongIPVersion }
        let headerLength = Int(start >> 56 & 0x0f) * 4
        guard headerLength >= shortestHeader else { return packet.fault = .badIPHeaderLength }
        // A sender that leaves segmentation to its network card writes zero here: then the frame tells the length.
        let declared = Int(start >> 32 & 0xffff)
        let length = declared == 0 ? layer.length : declared
        packet.network = network(header, start, headerLength: headerLength, length: length)
        packet.networkOffset = layer.offset
        guard length >= headerLength else { return packet.fault = .badIPTotalLength }
        guard layer.captured >= headerLength else {
            return packet.fault = layer.fault(within: .ip, of: headerLength)
        }
        if length > layer.length && !layer.isFragment { packet.fault = .longerThanFrame }
        decodePayload(bytes, layer.first(length).dropping(headerLength), part: start & 0x3fff, into: &packet)
    }

    /// The header's figures; `start` is its first eight bytes.
    @inline(__always)
    private static func network(_ header: RawSpan, _ start: UInt64, headerLength: Int, length: Int) -> IPHeader {
        let end = header.uint64(at: 12)
        let second = header.uint16(at: 8)
        let isPart = start & 0x3fff != 0
        return IPHeader(
            from: IPAddress(UInt32(truncatingIfNeeded: end >> 32)), to: IPAddress(UInt32(truncatingIfNeeded: end)),
            carrying: IPProtocol(rawValue: UInt8(truncatingIfNeeded: second)),
            hopLimit: UInt8(truncatingIfNeeded: second >> 8), trafficClass: UInt8(truncatingIfNeeded: start >> 48),
            headerLength: headerLength, payloadLength: length - headerLength,
            fragmentIdentification: isPart ? UInt32(start >> 16 & 0xffff) : 0,
            fragmentPart: UInt16(start & 0x3fff))
    }

    /// `part` holds the flag of another fragment and the offset, both zero in a whole packet.
    @inline(__always)
    private static func decodePayload(_ bytes: RawSpan, _ layer: Layer, part: UInt64, into packet: inout Packet) {
        guard let carried = packet.network?.carriedProtocol else { return }
        guard part & 0x1fff == 0 else { return }
        if part == 0 && carried != .ah {
            packet.decode(bytes, layer, as: carried)
        } else {
            IPExtensions.decode(bytes, part == 0 ? layer : layer.ofFragment, of: .four, into: &packet)
        }
    }
}
