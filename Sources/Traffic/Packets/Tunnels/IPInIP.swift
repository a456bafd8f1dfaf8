/// IP directly in IP, of the same version or the other: RFC 2003, RFC 2473, RFC 4213.
enum IPInIP {
    static func decode(_ bytes: RawSpan, _ layer: Layer, as carried: IPProtocol, into packet: inout Packet) {
        guard let outer = packet.network?.version else { return }
        let type: EtherType = carried == .ipv4 ? .ipv4 : .ipv6
        packet.open(
            bytes, layer, as: .etherType(type), Tunnel(kind(carried, in: outer), within: packet.tunnel))
    }

    private static func kind(_ carried: IPProtocol, in outer: IPAddress.Version) -> Tunnel.Kind {
        switch (carried, outer) {
        case (.ipv4, .six): .ipv4InIPv6
        case (.ipv6, .four): .ipv6InIPv4
        default: .ipInIP
        }
    }
}
