import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("Flows beside Zeek's own logs")
struct ZeekLogTests {
    /// Captures whose connections end within Zeek's time-outs and are in no tunnel.
    static let baselines = {
        let captures: Set = [
            "bigtransfer.pcap", "ftp-auth-tls.pcap", "ftp-ipv4.pcap", "ftp-ipv6.pcap", "ldap-starttls.pcap",
            "miss_end_data.pcap", "mixed-vlan-mpls.pcap", "pcapng-multi-interface.pcapng", "pppoe-over-qinq.pcap",
            "q-in-q.pcap", "wikipedia.pcap",
        ]
        return ZeekBaseline.all.filter { captures.contains($0.capture) }
    }()

    @Test(
        "have the same packets, bytes and places", .enabled(if: !baselines.isEmpty, "needs the shared captures"),
        arguments: baselines)
    func figures(baseline: ZeekBaseline) throws {
        var ours = try Dictionary(grouping: log(of: baseline.capture).rows, by: Self.key)
        // Where Zeek exchanged the two ends, that is for the rules of connections to test.
        for row in try baseline.log().rows where row["history"]?.contains("^") == false {
            let match = ours[Self.key(row)]?.popLast()
            let mine = try #require(match, "\(Self.key(row))")
            for name in Self.compared where row[name] != nil {
                #expect(mine[name] == row[name], "\(Self.key(row)) \(name)")
            }
        }
    }

    private static let compared = [
        "orig_pkts", "orig_ip_bytes", "resp_pkts", "resp_ip_bytes", "local_orig", "local_resp", "ip_proto",
    ]

    private static func key(_ row: [String: String]) -> String {
        ["id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto"].map { row[$0] ?? "" }.joined(separator: " ")
    }

    private func log(of capture: String) throws -> ZeekLog {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        var options = FlowOptions()
        Profile.zeek.configure(&options)
        let flows = try CaptureFile(url.path).packets().flows(options)
        return ZeekLog(String(decoding: ZeekEncoder(.zeek).encoded(flows), as: UTF8.self))
    }
}
