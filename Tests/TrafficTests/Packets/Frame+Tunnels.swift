import Traffic

/// Tunnels from 192.0.2.1 to 198.51.100.7 with a datagram between the IPv6 addresses 2001:db8::1 and ::2 in them, or
/// between the same IPv4 addresses.
extension Frame {
    static let inner6 = ipv6(17, udp([1, 2]))
    static let innerFrame = ethernet(0x86dd, inner6)

    static func udp(to port: UInt16, from source: UInt16 = 50000, _ data: [UInt8]) -> [UInt8] {
        wide(source) + wide(port) + wide(UInt16(8 + data.count)) + [0, 0] + data
    }

    static func gre(_ header: [UInt8], _ payload: [UInt8]) -> [UInt8] { ipv4(47, header + payload) }

    static func vxlan(_ network: UInt8, _ frame: [UInt8] = innerFrame) -> [UInt8] {
        ipv4(17, udp(to: 4789, [8, 0, 0, 0, 0, 1, network, 0] + frame))
    }

    static func gtp(_ flags: UInt8, _ optional: [UInt8], endpoint: UInt8 = 9) -> [UInt8] {
        let content = optional + inner6
        return ipv4(
            17, udp(to: 2152, from: 2152, [flags, 255] + wide(UInt16(content.count)) + [0, 0, 0, endpoint] + content))
    }

    static let tunnelCases: [(name: String, kind: Tunnel.Kind, identifier: UInt32, packet: [UInt8])] = [
        ("4in4", .ipInIP, 0, ipv4(4, ipv4(17, udp([1, 2])))),
        ("6in4", .ipv6InIPv4, 0, ipv4(41, inner6)),
        ("4in6", .ipv4InIPv6, 0, ipv6(4, ipv4(17, udp([1, 2])))),
        ("6in6", .ipInIP, 0, ipv6(41, inner6)),
        ("GRE", .gre, 0, gre([0, 0, 0x86, 0xdd], inner6)),
        ("GRE, all fields", .gre, 7, gre([0xb0, 0, 0x86, 0xdd, 1, 2, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1], inner6)),
        ("GRE with frames", .gre, 5, gre([0x20, 0, 0x65, 0x58, 0, 0, 0, 5], innerFrame)),
        ("GRE with labels", .gre, 0, gre([0, 0, 0x88, 0x47] + label, inner6)),
        (
            "PPTP", .pptp, 6,
            gre([0x30, 0x81, 0x88, 0x0b, 0, 54, 0, 6, 0, 0, 0, 1, 0, 0, 0, 2, 0xff, 3, 0, 0x57], inner6)
        ),
        ("ERSPAN I", .erspan, 0, gre([0, 0, 0x88, 0xbe], innerFrame)),
        ("ERSPAN II", .erspan, 3, gre([0x10, 0, 0x88, 0xbe, 0, 0, 0, 1, 0x10, 1, 0, 3, 0, 0, 0, 0], innerFrame)),
        ("ERSPAN III", .erspan, 4, gre([0x10, 0, 0x22, 0xeb, 0, 0, 0, 1, 0x20, 1, 0, 4] + third, innerFrame)),
        ("VXLAN", .vxlan, 0x102, vxlan(2)),
        ("VXLAN, old port", .vxlan, 1, ipv4(17, udp(to: 8472, [8, 0, 0, 0, 0, 0, 1, 0] + innerFrame))),
        ("VXLAN GPE", .vxlan, 1, ipv4(17, udp(to: 4790, [12, 0, 0, 2, 0, 0, 1, 0] + inner6))),
        ("Geneve", .geneve, 8, ipv4(17, udp(to: 6081, [1, 0, 0x65, 0x58, 0, 0, 8, 0, 9, 9, 9, 0] + innerFrame))),
        ("Teredo", .teredo, 0, ipv4(17, udp(to: 3544, inner6))),
        ("Teredo, both indications", .teredo, 0, ipv4(17, udp(to: 3544, [0, 1, 0, 0] + nonce + origin + inner6))),
        ("GTP-U", .gtpU, 9, gtp(0x30, [])),
        ("GTP-U with extensions", .gtpU, 9, gtp(0x36, [0, 1, 0, 0x85, 1, 0, 0, 0x40, 1, 0, 0, 0])),
    ]

    static let tunnels = tunnelCases.map { (name: $0.name, link: LinkType.raw, bytes: $0.packet) }

    private static let third = [UInt8](repeating: 0, count: 7) + [1] + [UInt8](repeating: 0, count: 8)
    private static let nonce = [UInt8](repeating: 1, count: 9)
    private static let origin: [UInt8] = [0, 0, 1, 2, 3, 4, 5, 6]
}
