import Testing
import Traffic

@Suite("packets that stop making sense")
struct FaultTests {
    static let segment = Frame.ipv4(6, Frame.tcp(.syn))
    static let longTCP = segment.prefix(32) + [0xf0] + segment.dropFirst(33)

    static let cases: [(String, [UInt8], LinkType, DecodingFault)] = [
        ("cut Ethernet", Array(Frame.hardware), .ethernet, .shortLinkHeader),
        ("cut cooked", [0, 0, 0], .linuxCooked, .shortLinkHeader),
        ("cut cooked 2", [8, 0], .linuxCooked2, .shortLinkHeader),
        ("cut loopback", [2, 0], .null, .shortLinkHeader),
        ("cut VLAN tag", Frame.ethernet(0x8100, [0, 1, 8]), .ethernet, .shortVLANTag),
        ("endless MPLS", Frame.ethernet(0x8847, [0, 0, 0, 0]), .ethernet, .shortMPLSLabel),
        ("cut PPP", [0xff, 3, 0], .ppp, .shortPPPHeader),
        ("nothing", [], .raw, .shortIPHeader),
        ("cut IPv4", Array(segment.prefix(19)), .raw, .shortIPHeader),
        ("cut IPv4 options", [0x46] + segment.dropFirst().prefix(19), .raw, .shortIPHeader),
        ("cut IPv6", Array(Frame.ipv6(17, []).dropLast()), .raw, .shortIPHeader),
        ("version 5", [0x55] + segment.dropFirst(), .raw, .wrongIPVersion),
        ("version 6 announced as 4", Frame.ethernet(0x0800, Frame.ipv6(17, Frame.udp())), .ethernet, .wrongIPVersion),
        ("short IPv4 header", [0x44] + segment.dropFirst(), .raw, .badIPHeaderLength),
        ("short IPv4 total", segment.prefix(2) + [0, 19] + segment.dropFirst(4), .raw, .badIPTotalLength),
        ("cut extension", Frame.ipv6(0, [17, 9, 0, 0, 0, 0, 0, 0]), .raw, .shortExtensionHeader),
        ("too many extensions", Frame.ipv6(0, [UInt8](repeating: 0, count: 800)), .raw, .tooManyExtensionHeaders),
        ("cut TCP", Frame.ipv4(6, [1, 2, 3, 4]), .raw, .shortTransportHeader),
        ("cut UDP", Frame.ipv4(17, [1, 2, 3, 4, 5, 6, 7]), .raw, .shortTransportHeader),
        ("cut ICMP", Frame.ipv4(1, [8, 0, 0]), .raw, .shortTransportHeader),
        ("long TCP header", Array(longTCP), .raw, .badTCPHeaderLength),
        ("a link not read", [1, 2, 3], LinkType(rawValue: 147), .unsupportedLink),
    ]

    @Test("have a named reason", arguments: cases.map(\.0))
    func named(name: String) throws {
        let (_, bytes, link, fault) = try #require(Self.cases.first { $0.0 == name })
        #expect(Packet(bytes, link).fault == fault)
    }

    @Test("cover every reason there is")
    func complete() {
        #expect(Set(Self.cases.map(\.3)) == Set(DecodingFault.allCases))
    }

    @Test("keep what was decoded before")
    func kept() {
        let cut = Packet(Frame.ethernet(0x8100, Frame.vlan(9, 0x0800, Frame.ipv4(6, [0, 80, 1, 187, 0, 0]))))
        #expect(cut.fault == .shortTransportHeader && cut.transport == nil)
        #expect(cut.ports == Ports(source: 80, destination: 443))
        #expect(cut.source == Frame.client && Array(cut.link.vlans) == [9])
    }

    @Test("say so in words")
    func words() {
        #expect(DecodingFault.shortIPHeader.description == "packet ends within the IP header")
        #expect(Set(DecodingFault.allCases.map(\.description)).count == DecodingFault.allCases.count)
    }
}
