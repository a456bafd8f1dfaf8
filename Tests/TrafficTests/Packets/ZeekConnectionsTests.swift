import TestSupport
import Testing
import Traffic

@Suite("conversations in tunnels", .enabled(if: SharedData.has("pcap/oracle/zeek-conn"), "needs the shared captures"))
struct ZeekConnectionsTests {
    static let logs: [(file: String, log: String)] = [
        ("gre-sample.pcap", "core.tunnels.gre"), ("mixed-vlan-mpls.pcap", "core.vlan-mpls"),
        ("mpls-in-vlan.pcap", "core.mpls-in-vlan"), ("pppoe.pcap", "core.pppoe"),
        ("pppoe-over-qinq.pcap", "core.pppoe-over-qinq"), ("q-in-q.pcap", "core.q-in-q"), ("ppp-quic.pcap", "core.ppp"),
        ("gre-within-gre.pcap", "core.tunnels.gre-in-gre"), ("vxlan.pcap", "core.tunnels.vxlan"),
        ("Teredo.pcap", "core.tunnels.teredo"), ("wikipedia.pcap", "opt.basic"),
    ]

    /// Zeek counts a packet in a tunnel in the tunnel's own conversation as well, so packets are taken with tunnels
    /// open and closed.
    @Test("have as many packets as Zeek counts", arguments: logs.map(\.file))
    func counts(file: String) throws {
        let log = try #require(Self.logs.first { $0.file == file }).log
        let records = try #require(try CaptureRecords(file))
        let inner = Dictionary(grouping: records.packets().compactMap(Conversation.init)) { $0 }.mapValues(\.count)
        let outer = Dictionary(grouping: records.packets(tunnels: .none).compactMap(Conversation.init)) { $0 }
            .mapValues(\.count)
        let ours = inner.merging(outer, uniquingKeysWith: max)
        let expected = try ZeekConnections.packets("\(file)__\(log).conn.log")
        for (conversation, count) in expected {
            #expect(ours[conversation] == count, "\(conversation)")
        }
    }
}
