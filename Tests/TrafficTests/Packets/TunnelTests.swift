import Testing
import Traffic

@Suite("tunnels")
struct TunnelTests {
    @Test("show the packet inside and how it was reached", arguments: Frame.tunnelCases.map(\.name))
    func opened(name: String) throws {
        let tunnel = try #require(Frame.tunnelCases.first { $0.name == name })
        let packet = Packet(tunnel.packet, .raw)
        #expect(packet.fault == nil && packet.destinationPort == 53 && packet.payloadLength == 2)
        #expect(packet.tunnel?.kind == tunnel.kind && packet.tunnel?.identifier == tunnel.identifier)
        #expect(packet.tunnel?.depth == 1)
        #expect(packet.payloadRange.map { Array(tunnel.packet[$0]) } == [1, 2])
        #expect(packet.network?.version == .six ? packet.ipLength == 50 : packet.ipLength == 30)
    }

    @Test("stay closed on request", arguments: Frame.tunnelCases.map(\.name))
    func closed(name: String) throws {
        let tunnel = try #require(Frame.tunnelCases.first { $0.name == name })
        let packet = Packet(tunnel.packet, .raw, tunnels: .none)
        #expect(packet.tunnel == nil && packet.fault == nil && packet.networkOffset == 0)
        #expect(packet.ipLength == tunnel.packet.count)
    }

    @Test("nest as deep as asked for")
    func nested() {
        let stack = (0..<6).reduce(Frame.datagram) { packet, _ in Frame.ipv4(4, packet) }
        for limit in 0...6 {
            let packet = Packet(stack, .raw, tunnels: TunnelDepth(limit))
            #expect(packet.tunnel?.depth ?? 0 == limit && packet.networkOffset == limit * 20)
            #expect((packet.destinationPort != nil) == (limit == 6))
        }
        #expect(Packet(stack, .raw).tunnel?.depth == 4)
    }

    @Test("are kept apart by what both directions share")
    func keys() throws {
        func key(_ bytes: [UInt8]) throws -> UInt32 { try #require(Packet(bytes, .raw).tunnel?.key) }
        let (first, second) = (try key(Frame.vxlan(1)), try key(Frame.vxlan(2)))
        let tagged = try key(Frame.vxlan(1, Frame.ethernet(0x8100, Frame.vlan(7, 0x86dd, Frame.inner6))))
        let nested = try key(Frame.ipv4(4, Frame.vxlan(1)))
        #expect(Set([first, second, tagged, nested]).count == 4)
        #expect(try key(Frame.gtp(0x30, [], endpoint: 1)) == key(Frame.gtp(0x30, [], endpoint: 2)))
        let all = try Frame.tunnelCases.map { try key($0.packet) }
        #expect(
            Set(all).count == Set(Frame.tunnelCases.map { "\($0.kind)\($0.kind == .gtpU ? 0 : $0.identifier)" }).count)
    }

    @Test("leave the link's header as it is")
    func link() {
        let inner = Frame.ethernet(0x8100, Frame.vlan(7, 0x86dd, Frame.inner6))
        let packet = Packet(Frame.ethernet(0x8100, Frame.vlan(5, 0x0800, Frame.vxlan(1, inner))))
        #expect(Array(packet.link.vlans) == [5] && packet.link.etherType == .ipv4 && packet.tunnel?.kind == .vxlan)
    }

    static let impostors: [(String, [UInt8])] = [
        ("VXLAN without its flag", Frame.ipv4(17, Frame.udp(to: 4789, [0, 0, 0, 0, 0, 0, 1, 0] + Frame.innerFrame))),
        ("VXLAN with something else", Frame.vxlan(1, Frame.ethernet(0x88cc, [1, 2, 3]))),
        ("GTP control", Frame.ipv4(17, Frame.udp(to: 2152, [0x32, 1, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]))),
        ("GTP without IP", Frame.ipv4(17, Frame.udp(to: 2152, [0x30, 255, 0, 4, 0, 0, 0, 0, 0xff, 3, 0, 0]))),
        (
            "Geneve of another version",
            Frame.ipv4(17, Frame.udp(to: 6081, [0x40, 0, 0x65, 0x58, 0, 0, 8, 0] + Frame.innerFrame))
        ),
        ("Teredo too long", Frame.ipv4(17, Frame.udp(to: 3544, Array(Frame.inner6.dropLast())))),
        ("a name server's answer", Frame.ipv4(17, Frame.udp(to: 3544, from: 53, [0, 7, 0x81, 0x80, 0, 1, 0, 1]))),
    ]

    @Test("are not seen where only the port fits", arguments: impostors.map(\.0))
    func impostor(name: String) throws {
        let (_, bytes) = try #require(Self.impostors.first { $0.0 == name })
        let packet = Packet(bytes, .raw)
        #expect(packet.tunnel == nil && packet.fault == nil && packet.transport == .udp)
        #expect(packet.source == Frame.client && packet.destinationPort != 53)
    }

    @Test(
        "of IP with other contents leave the outer packet",
        arguments: [
            Frame.gre([0, 0, 0x88, 0xcc], [1, 2, 3]), Frame.gre([0x30, 1, 0x88, 0x0b, 0, 0, 0, 6, 0, 0, 0, 1], []),
            Frame.gre([0x40, 0, 8, 0, 0, 0, 0, 0], Frame.datagram), Frame.gre([0, 2, 8, 0], Frame.datagram),
        ])
    func otherContents(bytes: [UInt8]) {
        let packet = Packet(bytes, .raw)
        #expect(packet.tunnel == nil && packet.fault == nil && packet.carriedProtocol == .gre)
        #expect(packet.source == Frame.client && packet.transport == nil)
    }

    @Test("that are damaged inside leave the outer packet, with the reason")
    func damaged() {
        let cut = Packet(Array(Frame.vxlan(1).prefix(70)), .raw, originalLength: Frame.vxlan(1).count)
        #expect(cut.tunnel == nil && cut.fault == .cut(.ip) && cut.destinationPort == 4789)
        let wrong = Packet(Frame.ipv4(41, Frame.ipv4(17, Frame.udp(Frame.hardware))), .raw)
        #expect(wrong.tunnel == nil && wrong.fault == .wrongIPVersion && wrong.source == Frame.client)
    }
}
