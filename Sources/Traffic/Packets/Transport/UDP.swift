/// The User Datagram Protocol, RFC 768, and UDP-Lite, RFC 3828.
enum UDP {
    static let headerLength = 8

    @inline(__always)
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.stop(bytes, layer, within: .udp, of: headerLength) }
        let header = bytes.extracting(layer.range)
        let ports = Ports(header.uint32(at: 0))
        packet.ports = ports
        packet.transport = .udp
        // Jumbograms have no room for their length and say zero.
        let length = Int(header.uint16(at: 4))
        guard length == 0 || length >= headerLength, fits(length, in: layer, of: packet) else {
            return packet.fault = .badUDPLength
        }
        guard layer.tunnels > 0 else { return }
        let payload = (length == 0 ? layer : layer.first(length)).dropping(headerLength)
        if UDPTunnels.mayUse(ports) {
            UDPTunnels.decode(bytes, payload, ports, into: &packet)
        } else if Teredo.mayBegin(bytes, payload) {
            Teredo.decodeUnannounced(bytes, payload, into: &packet)
        }
    }

    /// A datagram may be longer than the fragment it begins in, and than the frame where the IP packet is longer, too.
    @inline(__always)
    private static func fits(_ length: Int, in layer: Layer, of packet: Packet) -> Bool {
        length <= layer.length || layer.isFragment || length <= packet.network?.payloadLength ?? 0
    }

    /// UDP-Lite has the same header, but for the length, in whose place it says how much the checksum covers.
    static func decodeLite(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured >= headerLength else { return packet.stop(bytes, layer, within: .udp, of: headerLength) }
        packet.ports = Ports(bytes.extracting(layer.range).uint32(at: 0))
        packet.transport = .udp
    }
}
