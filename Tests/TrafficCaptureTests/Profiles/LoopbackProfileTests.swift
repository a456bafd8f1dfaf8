import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("Flows as the loopback study tells them")
struct LoopbackProfileTests {
    /// The study's gaps are not those within a flow, and the flags of its scan are zero by a fault.
    static let captures: [(name: String, flows: Int, faults: Set<String>)] = [
        ("normal", 400, ["iat_mean", "iat_std", "iat_min", "iat_max"]),
        (
            "scan", 4000,
            ["iat_mean", "iat_std", "iat_min", "iat_max", "tcp_syn_count", "tcp_rst_count", "tcp_ack_count"]
        ),
    ]

    @Test(
        "agree with it in every column but those it has wrong",
        .enabled(if: SharedData.has("loopback-flows/demo/scan.pcapng"), "needs the shared captures"),
        arguments: captures)
    func figures(name: String, flows: Int, faults: Set<String>) throws {
        let ours = try table(name)
        let theirs = try #require(PlainTable.shared("loopback-flows/demo/\(name)_flows.csv.gz"))
        #expect(ours.names == theirs.names)
        #expect(ours.rows.count == flows)
        let found = Dictionary(uniqueKeysWithValues: ours.rows.map { ($0["flow_id"], $0) })
        for row in theirs.rows {
            let mine = try #require(found[row["flow_id"]])
            let differing = ours.names.filter { !faults.contains($0) && !agree(mine[$0], row[$0]) }
            #expect(differing.isEmpty, "\(row["flow_id"] ?? "")")
        }
    }

    @Test(
        "count the flags of a scan: a SYN for each probe, RST and ACK for each answer",
        .enabled(if: SharedData.has("loopback-flows/demo/scan.pcapng"), "needs the shared captures"))
    func scanFlags() throws {
        let rows = try table("scan").rows
        for (column, expected) in [("tcp_syn_count", 2000), ("tcp_rst_count", 2000), ("tcp_ack_count", 2000)] {
            #expect(rows.compactMap { $0[column].flatMap { Int($0) } }.reduce(0, +) == expected)
        }
    }

    private func table(_ name: String) throws -> PlainTable {
        let url = try #require(SharedData.url("loopback-flows/demo/\(name).pcapng"))
        let packets = try CaptureFile(url.path).packets()
        var options = FlowOptions()
        Profile.loopback.configure(&options)
        let start = try #require(packets.first).time
        return PlainTable(packets.flows(options), .loopback, captureStart: start)
    }

    private func agree(_ ours: String?, _ theirs: String?) -> Bool {
        guard ours != theirs else { return true }
        guard let left = ours.flatMap({ Double($0) }), let right = theirs.flatMap({ Double($0) }) else { return false }
        return abs(left - right) <= 1e-9
    }
}
