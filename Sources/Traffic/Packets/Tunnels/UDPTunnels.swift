/// The tunnels recognised by the UDP port of either end.
///
/// Any program may use these ports for something else, so each tunnel's decoder looks at the header before it believes
/// in a tunnel, and without one leaves the datagram as it is.
enum UDPTunnels {
    private static let gtpU: UInt16 = 2152
    private static let teredo: UInt16 = 3544
    private static let vxlan: UInt16 = 4789
    private static let vxlanGPE: UInt16 = 4790
    private static let geneve: UInt16 = 6081
    /// What Linux took for VXLAN before a port was assigned.
    private static let oldVXLAN: UInt16 = 8472

    @inline(__always)
    static func mayUse(_ ports: Ports) -> Bool { isTunnel(ports.destination) || isTunnel(ports.source) }

    @inline(__always)
    private static func isTunnel(_ port: UInt16) -> Bool {
        switch port {
        case gtpU, teredo, vxlan, vxlanGPE, geneve, oldVXLAN: true
        default: false
        }
    }

    /// `layer` is the datagram's payload.
    @inline(never)
    static func decode(_ bytes: RawSpan, _ layer: Layer, _ ports: Ports, into packet: inout Packet) {
        switch isTunnel(ports.destination) ? ports.destination : ports.source {
        case gtpU: GTPU.decode(bytes, layer, into: &packet)
        case teredo: Teredo.decode(bytes, layer, into: &packet)
        case vxlan, oldVXLAN: VXLAN.decode(bytes, layer, into: &packet)
        case vxlanGPE: VXLAN.decodeGeneric(bytes, layer, into: &packet)
        default: Geneve.decode(bytes, layer, into: &packet)
        }
    }
}
