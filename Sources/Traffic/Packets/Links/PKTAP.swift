/// Apple's packet tap: a header of little-endian numbers (its length, its kind, a link type), then a packet of that
/// link type.
enum PKTAP {
    private static let shortestHeader = 12
    private static let packetFollows: UInt32 = 1

    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= shortestHeader else {
            return packet.fault = layer.fault(within: .link, of: shortestHeader)
        }
        let header = bytes.extracting(layer.range)
        let length = Int(header.uint32(at: 0).byteSwapped)
        guard length >= shortestHeader, length <= layer.captured else {
            return packet.fault = layer.fault(within: .link, of: length)
        }
        guard header.uint32(at: 4).byteSwapped == packetFollows else { return }
        let link = LinkType(rawValue: Int32(truncatingIfNeeded: header.uint32(at: 8).byteSwapped))
        guard link != .pktap else { return packet.fault = .unsupportedLink }
        packet.decode(bytes, layer.dropping(length), as: link)
    }
}
