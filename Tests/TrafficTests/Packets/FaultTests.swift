import Testing
import Traffic

@Suite("packets that stop making sense")
struct FaultTests {
    static let segment = Frame.ipv4(6, Frame.tcp(.syn))
    static let longTCP = segment.prefix(32) + [0xf0] + segment.dropFirst(33)

    static let cut = tables(originalLength: 2000).map { ("cut \($0.0)", $0.1, $0.2, DecodingFault.cut($0.3)) }
    static let short = tables(originalLength: nil).map { ("short \($0.0)", $0.1, $0.2, DecodingFault.short($0.3)) }

    /// Packets that end early; those of a larger packet tell so in the IP header as well, if there is one.
    private static func tables(originalLength: Int?) -> [(String, [UInt8], LinkType, DecodingFault.Header)] {
        func ip(_ carried: UInt8, _ payload: [UInt8]) -> [UInt8] {
            var bytes = Frame.ipv4(carried, payload)
            if originalLength != nil { (bytes[2], bytes[3]) = (4, 0) }
            return bytes
        }
        let option = Frame.tcp(.syn, options: [2, 4, 5, 0xb4, 1, 1, 1, 1]).dropLast(6)
        return [
            ("Ethernet", Array(Frame.hardware), .ethernet, .link), ("cooked", [0, 0, 0], .linuxCooked, .link),
            ("cooked 2", [8, 0], .linuxCooked2, .link), ("loopback", [2, 0], .null, .link),
            ("NFLOG", [2, 0, 0, 1, 8, 0], .nflog, .link), ("packet tap", [1, 2, 3], .pktap, .link),
            ("radiotap", [0, 0, 9, 0], .radiotap, .link), ("802.11", [8, 0, 0], .ieee80211, .link),
            ("SNAP", Frame.ethernet(40, [0xaa, 0xaa, 3]), .ethernet, .link),
            ("HDLC", [0x0f, 0, 8], .ciscoHDLC, .link), ("frame relay", [0x18, 0x40], .frameRelay, .link),
            ("VLAN tag", Frame.ethernet(0x8100, [0, 1, 8]), .ethernet, .vlanTag),
            ("MPLS label", Frame.ethernet(0x8847, [0, 0, 0, 0]), .ethernet, .mplsLabel),
            ("PPP", [0xff, 3, 0], .ppp, .ppp), ("PPPoE", [0x11, 0, 0], .pppOverEthernet, .ppp),
            ("ARP", Frame.ethernet(0x0806, [0, 1, 8, 0, 6, 4, 0, 1]), .ethernet, .arp),
            ("nothing", [], .raw, .ip), ("IPv4", Array(segment.prefix(19)), .raw, .ip),
            ("IPv4 options", [0x46] + segment.dropFirst().prefix(19), .raw, .ip),
            ("IPv6", Array(Frame.ipv6(17, []).dropLast()), .raw, .ip),
            ("authentication", ip(51, [6, 4, 0, 0, 0, 0, 0, 1]), .raw, .ipExtension),
            ("TCP", ip(6, [1, 2, 3, 4]), .raw, .tcp), ("UDP", ip(17, [1, 2, 3, 4, 5, 6, 7]), .raw, .udp),
            ("ICMP", ip(1, [8, 0, 0]), .raw, .icmp), ("echo", ip(1, [8, 0, 0, 0, 0, 1]), .raw, .icmp),
            ("IGMP", ip(2, [0x16, 0, 0, 0]), .raw, .igmp), ("SCTP", ip(132, [1, 2, 3, 4]), .raw, .sctp),
            ("chunk", ip(132, [UInt8](repeating: 1, count: 12)), .raw, .sctp),
            ("DCCP", ip(33, [1, 2, 3, 4]), .raw, .dccp), ("GRE", ip(47, [0, 0, 8]), .raw, .tunnel),
            ("GRE key", ip(47, [0x20, 0, 8, 0]), .raw, .tunnel),
            ("TCP options", Array(missing(option, originalLength)), .raw, .tcpOptions),
        ]
    }

    /// A segment whose header says 28 bytes, of which fewer are there.
    private static func missing(_ segment: ArraySlice<UInt8>, _ originalLength: Int?) -> [UInt8] {
        var bytes = Frame.ipv4(6, Array(segment))
        (bytes[2], bytes[3]) = (0, 48)
        return bytes
    }

    static let cases: [(String, [UInt8], LinkType, DecodingFault)] =
        short + [
            ("cut extension", Frame.ipv6(0, [17, 9, 0, 0, 0, 0, 0, 0]), .raw, .short(.ipExtension)),
            ("version 5", [0x55] + segment.dropFirst(), .raw, .wrongIPVersion),
            ("6 announced as 4", Frame.ethernet(0x0800, Frame.ipv6(17, Frame.udp())), .ethernet, .wrongIPVersion),
            ("short IPv4 header", [0x44] + segment.dropFirst(), .raw, .badIPHeaderLength),
            ("short IPv4 total", segment.prefix(2) + [0, 19] + segment.dropFirst(4), .raw, .badIPTotalLength),
            ("long IPv4 total", segment.prefix(2) + [0, 41] + segment.dropFirst(4), .raw, .longerThanFrame),
            ("jumbo", Frame.ipv6(0, [17, 0, 0xc2, 4, 0, 0, 0, 1] + Frame.udp()), .raw, .badJumboOption),
            ("extensions", Frame.ipv6(0, [UInt8](repeating: 0, count: 800)), .raw, .tooManyExtensionHeaders),
            ("long TCP header", Array(longTCP), .raw, .badTCPHeaderLength),
            ("empty TCP option", Frame.ipv4(6, Frame.tcp(.syn, options: [9, 1, 0, 0])), .raw, .badTCPOption),
            ("long TCP option", Frame.ipv4(6, Frame.tcp(.syn, options: [9, 5, 0, 0])), .raw, .badTCPOption),
            ("odd TCP option", Frame.ipv4(6, Frame.tcp(.syn, options: [2, 3, 0, 0])), .raw, .badTCPOption),
            ("short UDP", Frame.ipv4(17, [0, 1, 0, 2, 0, 7, 0, 0]), .raw, .badUDPLength),
            ("long UDP", Frame.ipv4(17, [0, 1, 0, 2, 0, 9, 0, 0]), .raw, .badUDPLength),
            ("a link not read", [1, 2, 3], LinkType(rawValue: 147), .unsupportedLink),
            ("protected", Frame.wireless([0x08, 0x41]) + Frame.snap, .ieee80211, .protectedFrame),
            ("aggregated", Frame.wireless([0x88, 0x01]) + [0x80, 0] + Frame.snap, .ieee80211, .aggregatedFrames),
            ("later part", Frame.wireless([0x08, 0x01], sequence: 1) + Frame.snap, .ieee80211, .laterFramePart),
        ]

    @Test("have a named reason", arguments: cases.map(\.0))
    func named(name: String) throws {
        let (_, bytes, link, fault) = try #require(Self.cases.first { $0.0 == name })
        #expect(Packet(bytes, link).fault == fault)
    }

    @Test("tell a capture that was cut from a packet that is too short", arguments: cut.map(\.0))
    func cutByCapture(name: String) throws {
        let (_, bytes, link, fault) = try #require(Self.cut.first { $0.0 == name })
        #expect(Packet(bytes, link, originalLength: 2000).fault == fault)
    }

    @Test("cover every reason there is")
    func complete() {
        #expect(Set((Self.cases + Self.cut).map(\.3)) == Set(DecodingFault.allCases.filter { !$0.isWrongChecksum }))
    }

    @Test("keep what was decoded before")
    func kept() {
        let cut = Packet(Frame.ethernet(0x8100, Frame.vlan(9, 0x0800, Frame.ipv4(6, [0, 80, 1, 187, 0, 0]))))
        #expect(cut.fault == .short(.tcp) && cut.transport == nil)
        #expect(cut.ports == Ports(source: 80, destination: 443))
        #expect(cut.source == Frame.client && Array(cut.link.vlans) == [9])
    }

    @Test("say so in words")
    func words() {
        #expect(DecodingFault.short(.ip).description == "packet ends within the IP header")
        #expect(DecodingFault.cut(.tcp).description == "cut by the snap length within the TCP header")
        #expect(Set(DecodingFault.allCases.map(\.description)).count == DecodingFault.allCases.count)
    }
}
