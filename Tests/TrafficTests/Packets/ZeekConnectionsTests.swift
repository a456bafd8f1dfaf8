import TestSupport
import Testing
import Traffic

@Suite("conversations in tunnels", .enabled(if: !ZeekBaseline.all.isEmpty, "needs the shared captures"))
struct ZeekConnectionsTests {
    static let baselines = {
        let captures: Set = [
            "gre-sample.pcap", "mixed-vlan-mpls.pcap", "mpls-in-vlan.pcap", "pppoe.pcap", "pppoe-over-qinq.pcap",
            "q-in-q.pcap", "ppp-quic.pcap", "gre-within-gre.pcap", "vxlan.pcap", "Teredo.pcap", "wikipedia.pcap",
        ]
        return ZeekBaseline.all.filter { captures.contains($0.capture) }
    }()

    /// Zeek counts a packet in a tunnel in the tunnel's own conversation as well, so packets are taken with tunnels
    /// open and closed.
    @Test("have as many packets as Zeek counts", arguments: baselines)
    func counts(baseline: ZeekBaseline) throws {
        let records = try #require(try CaptureRecords(baseline.capture))
        let inner = Dictionary(grouping: records.packets().compactMap(Conversation.init)) { $0 }.mapValues(\.count)
        let outer = Dictionary(grouping: records.packets(tunnels: .none).compactMap(Conversation.init)) { $0 }
            .mapValues(\.count)
        let ours = inner.merging(outer, uniquingKeysWith: max)
        for (conversation, count) in try baseline.packets() {
            #expect(ours[conversation] == count, "\(conversation)")
        }
    }
}
