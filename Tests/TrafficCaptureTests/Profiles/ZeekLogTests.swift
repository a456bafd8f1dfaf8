import Foundation
import TestSupport
import Testing
import Traffic
import TrafficCapture

/// The flows of a log in Zeek's format, by the names in its header.
private struct ZeekLog {
    let rows: [[String: String]]

    init(_ text: String) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let names = lines.first { $0.first == "#fields" }?.dropFirst() ?? []
        rows = lines.filter { $0.first?.hasPrefix("#") == false }.map { values in
            Dictionary(zip(names, values)) { first, _ in first }
        }
    }

    static func key(_ row: [String: String]) -> String {
        ["id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto"].map { row[$0] ?? "" }.joined(separator: " ")
    }
}

@Suite("Flows beside Zeek's own logs")
struct ZeekLogTests {
    /// Captures whose connections end within Zeek's time-outs and are in no tunnel, with their logs.
    static let logs = [
        ("bigtransfer.pcap", "core.tcp.large-file-reassembly"),
        ("ftp-auth-tls.pcap", "scripts.base.protocols.ftp.ftp-auth-tls"),
        ("ftp-ipv4.pcap", "scripts.base.protocols.ftp.ftp-ipv4"),
        ("ftp-ipv6.pcap", "scripts.base.protocols.ftp.ftp-ipv6"),
        ("ldap-starttls.pcap", "scripts.base.protocols.ldap.starttls"),
        ("miss_end_data.pcap", "core.tcp.miss-end-data"), ("mixed-vlan-mpls.pcap", "core.vlan-mpls"),
        ("pcapng-multi-interface.pcapng", "core.pcapng-pktsrc"), ("pppoe-over-qinq.pcap", "core.pppoe-over-qinq"),
        ("q-in-q.pcap", "core.q-in-q"), ("wikipedia.pcap", "opt.basic"),
    ]

    @Test(
        "have the same packets, bytes and places",
        .enabled(if: SharedData.has("pcap/wikipedia.pcap"), "needs the shared captures"), arguments: logs)
    func figures(capture: String, test: String) throws {
        let url = try #require(SharedData.url("pcap/oracle/zeek-conn/\(capture)__\(test).conn.log"))
        let theirs = ZeekLog(try String(contentsOf: url, encoding: .utf8)).rows
        var ours = try Dictionary(grouping: log(of: capture).rows, by: ZeekLog.key)
        // Where Zeek exchanged the two ends, that is for the rules of connections to test.
        for row in theirs where row["history"]?.contains("^") == false {
            let match = ours[ZeekLog.key(row)]?.popLast()
            let mine = try #require(match, "\(ZeekLog.key(row))")
            for name in Self.compared where row[name] != nil {
                #expect(mine[name] == row[name], "\(ZeekLog.key(row)) \(name)")
            }
        }
    }

    private static let compared = [
        "orig_pkts", "orig_ip_bytes", "resp_pkts", "resp_ip_bytes", "local_orig", "local_resp", "ip_proto",
    ]

    private func log(of capture: String) throws -> ZeekLog {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        var options = FlowOptions()
        Profile.zeek.configure(&options)
        let flows = try CaptureFile(url.path).packets().flows(options)
        return ZeekLog(String(decoding: ZeekEncoder(.zeek).encoded(flows), as: UTF8.self))
    }
}
