/// Raw IP: no link header at all; the first four bits tell the version.
enum RawIP {
    static func decode(_ bytes: RawSpan, _ layer: Layer, into packet: inout Packet) {
        guard layer.captured > 0 else { return packet.fault = layer.fault(within: .ip, of: IPv4.shortestHeader) }
        switch bytes.extracting(layer.range).uint8(at: 0) >> 4 {
        case 4: IPv4.decode(bytes, layer, into: &packet)
        case 6: IPv6.decode(bytes, layer, into: &packet)
        default: packet.fault = .wrongIPVersion
        }
    }
}
