/// Ethernet frames: two hardware addresses, then an EtherType (Ethernet II) or a length (IEEE 802.3).
enum Ethernet {
    static let headerLength = 14

    @inline(__always)
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.fault = layer.fault(within: .link, of: headerLength) }
        let header = bytes.extracting(layer.range)
        let sourceAndType = header.uint64(at: 6)
        packet.link.destination = HardwareAddress(rawValue: header.uint64(at: 0) >> 16)
        packet.link.source = HardwareAddress(rawValue: sourceAndType >> 16)
        let type = EtherType(rawValue: UInt16(truncatingIfNeeded: sourceAndType))
        let payload = layer.dropping(headerLength)
        guard type == .ipv4 else { return packet.decode(bytes, payload, as: type) }
        packet.link.etherType = .ipv4
        IPv4.decode(bytes, payload, into: &packet)
    }

    /// A frame within a frame: the packet keeps the outer addresses.
    static func decodeWire(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.wires > 0 else { return }
        let (source, destination) = (packet.link.source, packet.link.destination)
        decode(bytes, layer.inWire, into: &packet)
        guard source != nil else { return }
        packet.link.source = source
        packet.link.destination = destination
    }
}
