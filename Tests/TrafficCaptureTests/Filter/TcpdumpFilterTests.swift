import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

/// Every expression on every capture selects the very frames that `tcpdump -r` selects.
@Suite("filters select what tcpdump selects", .enabled(if: TcpdumpComparison.isPossible, "needs tcpdump and captures"))
struct TcpdumpFilterTests {
    @Test(arguments: TcpdumpComparison.captures)
    func equality(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        let file = try #require(PcapFrames(url.path))
        for expression in TcpdumpComparison.expressions {
            let answer = try Command(["tcpdump", "-r", url.path, "-w", "-", expression])
            let link = LinkType(rawValue: file.linkType)
            guard answer.status == 0, let filter = try? PacketFilter(expression, for: link) else {
                #expect(answer.status != 0 && (try? PacketFilter(expression, for: link)) == nil, "\(expression)")
                continue
            }
            let selected = file.frames.filter {
                filter.matches($0.bytes.span.bytes, originalLength: Int($0.originalLength))
            }
            let output = try TemporaryFile(Array(answer.output))
            #expect(try selected == #require(PcapFrames(output.path)).frames, "\(expression)")
        }
    }
}

/// What is asked of which captures.
private enum TcpdumpComparison {
    static let captures = [
        "wikipedia.pcap", "http_ipv6.pcap", "QinQpacket.pcap", "vlan-collisions.pcap", "mixed-vlan-mpls.pcap",
        "mpls-traceroute.pcap", "pppoe.pcap", "gre-sample.pcap", "icmpv6.pcap", "ftp-ipv4.pcap", "6in4tunnel.pcap",
        "ipv6_jumbogram_1.pcap",
    ]
    static let expressions = [
        "", "ip", "ip6", "arp", "tcp", "udp", "icmp or icmp6", "not ip", "tcp port 80", "udp port 53",
        "portrange 20-1024", "src net 10.0.0.0/8 or src net 192.168.0.0/16", "tcp[tcpflags] & (tcp-syn|tcp-fin) != 0",
        "tcp[13] = 2", "greater 500", "less 100", "ip[8] < 64", "vlan", "vlan and vlan", "vlan and udp", "mpls",
        "mpls and ip", "pppoes", "pppoes and ip", "ip proto 47", "ip proto 41", "ip6 proto 6", "ip6[6] = 17",
        "ether multicast", "ether proto 0x86dd", "ip[6:2] & 0x1fff != 0", "len > 60 and len <= 590",
        "(tcp and port 443) or (udp and not port 53)", "host 145.254.160.237 or net 2001::/16",
    ]

    static let isPossible =
        captures.allSatisfy { SharedData.has("pcap/\($0)") } && (try? Command(["tcpdump", "--version"]))?.status == 0
}
