import Foundation
import TestSupport
import Testing

@Suite(
    "flows opens tunnels as the profile's tool does",
    .enabled(if: SharedData.has("pcap/vxlan.pcap"), "needs the shared captures"))
struct FlowTunnelTests {
    @Test("NFStream's profile has NFStream's flows: tunnels stay closed")
    func nfstream() throws {
        let oracle = try #require(SharedData.url("pcap/oracle/nfstream-flows.csv.gz").flatMap(Gzip.text))
        let names = ["src_ip", "src_port", "dst_ip", "dst_port", "protocol", "bidirectional_packets"]
        let theirs = rows(oracle).filter { $0["pcap"] == "vxlan.pcap" }.map { row in names.map { row[$0] } }
        let ours = rows(try flows("nfstream", "csv")).map { row in names.map { row[$0] } }
        #expect(theirs.count == 4)
        #expect(Set(ours) == Set(theirs) && ours.count == theirs.count)
    }

    @Test("Zeek's profile has Zeek's connections: one in the tunnel, and those of the tunnel")
    func zeek() throws {
        let baseline = try #require(ZeekBaseline.all.first { $0.capture == "vxlan.pcap" })
        let names = ["id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "proto", "orig_pkts", "resp_pkts"]
        let theirs = try baseline.log().rows.map { row in names.map { row[$0] } }
        let ours = ZeekLog(try flows("zeek", "zeek")).rows.map { row in names.map { row[$0] } }
        #expect(theirs.count == 5)
        #expect(Set(ours) == Set(theirs) && ours.count == theirs.count)
    }

    /// What the program prints with no other options.
    private func flows(_ profile: String, _ format: String) throws -> String {
        let capture = try #require(SharedData.url("pcap/vxlan.pcap")).path
        let run = try withTemporaryFolder {
            try ProgramRun(["flows", capture, "-p", profile, "-f", format, "-q"], in: $0)
        }
        #expect(run.status == 0 && run.errors.isEmpty)
        return run.output
    }

    private func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
    }
}
