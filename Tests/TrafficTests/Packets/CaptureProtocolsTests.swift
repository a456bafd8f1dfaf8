import TestSupport
import Testing
import Traffic

@Suite("captures of every kind", .enabled(if: SharedData.has("pcap/80211http.pcap"), "needs the shared captures"))
struct CaptureProtocolsTests {
    /// Packets with an IP header, and by what the innermost one carries, as tshark 4.0.17 counts them (without putting
    /// fragments together).
    static let counts: [(file: String, ip: Int, tcp: Int, udp: Int, icmp: Int)] = [
        ("80211http.pcap", 26, 26, 0, 0), ("ieee802.11_exthdr.pcap", 0, 0, 0, 0), ("ppp-quic.pcap", 26, 0, 22, 4),
        ("chdlc-http.pcap", 17, 17, 0, 0), ("nflog-http.pcap", 13, 13, 0, 0), ("icmp-frame-relay.pcap", 10, 0, 0, 10),
        ("LINKTYPE_PKTAP.pcap", 1, 0, 1, 0), ("LINKTYPE_IPV4.pcap", 1, 0, 1, 0), ("LINKTYPE_IPV6.pcap", 1, 0, 1, 0),
        ("raw_ip.pcap", 100, 92, 8, 0), ("KakaoTalk_talk.pcap", 3203, 166, 3037, 0),
        ("linux_dlt_sll2.pcap", 4, 0, 0, 4), ("null-http-range-multiflows.pcap", 614, 614, 0, 0),
        ("mpls-traceroute.pcap", 18, 0, 9, 9), ("pppoe.pcap", 25, 0, 4, 21), ("pppoe-over-qinq.pcap", 86, 86, 0, 0),
        ("vlan-qinqinq.pcap", 14, 14, 0, 0), ("mixed-vlan-mpls.pcap", 47, 47, 0, 0), ("mpls-in-vlan.pcap", 3, 3, 0, 0),
        ("6in4tunnel.pcap", 127, 75, 4, 48), ("gre-sample.pcap", 40, 22, 8, 10),
        ("gre-within-gre.pcap", 628, 0, 4, 624),
        ("vxlan.pcap", 10, 0, 2, 8), ("gtp1.pcap", 108, 72, 0, 0), ("QinQpacket.pcap", 144, 0, 144, 0),
    ]

    @Test("have the protocols that tshark sees", arguments: counts.map(\.file))
    func protocols(file: String) throws {
        let expected = try #require(Self.counts.first { $0.file == file })
        let packets = try #require(try CaptureRecords(file)).packets()
        #expect(packets.count { $0.network != nil } == expected.ip)
        #expect(packets.count { $0.tcpFlags != nil } == expected.tcp)
        #expect(packets.count { $0.transport == .udp } == expected.udp)
        #expect(packets.count { if case .icmp = $0.transport { true } else { false } } == expected.icmp)
    }

    /// What the published description of each damaged capture says is wrong with it.
    @Test(
        "that are damaged say how",
        arguments: [
            ("trunc-hdr.pcap", DecodingFault.cut(.link)), ("ip4-trunc.pcap", .cut(.ip)),
            ("ip6-ext-trunc.pcap", .short(.ipExtension)), ("ipv4_invalid_hdr_length.pcap", .badIPHeaderLength),
            ("ipv4_invalid_total_length.pcap", .longerThanFrame), ("ipv6-bad-version.pcap", .wrongIPVersion),
            ("tcp_header_heapoverflow.pcap", .cut(.tcp)),
        ])
    func damaged(file: String, fault: DecodingFault) throws {
        let packets = try #require(try CaptureRecords(file)).packets()
        #expect(packets.contains { $0.fault == fault })
    }

    @Test("hold a jumbogram of the length its option tells")
    func jumbogram() throws {
        let packet = try #require(try CaptureRecords("ipv6_jumbogram_1.pcap")?.packets().first)
        #expect(packet.ipLength == 40 + 65536 && packet.fault == nil)
    }

    @Test("decode at every length", arguments: counts.map(\.file))
    func everyLength(file: String) throws {
        let records = try #require(try CaptureRecords(file))
        let whole = records.packets()
        for length in 0...120 {
            for (cut, packet) in zip(records.packets(prefix: length), whole) where cut.tunnel == packet.tunnel {
                #expect(cut.network == nil || cut.source == packet.source, "\(length) bytes")
                #expect(cut.ports == nil || cut.ports == packet.ports, "\(length) bytes")
            }
        }
    }
}
