import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

@Suite("Flows as NFStream tells them", .enabled(if: !NFStreamOracle.all.isEmpty, "needs the shared captures"))
struct NFStreamProfileTests {
    @Test("have NFStream's columns in its order")
    func header() throws {
        let oracle = try #require(PlainTable.shared("pcap/oracle/nfstream-flows.csv.gz"))
        #expect(Profile<Flow>.nfstream.columns.map(\.name) == ["id"] + oracle.names.dropFirst())
    }

    @Test("are the same flows with the same figures, but for what is known", arguments: NFStreamOracle.all)
    func figures(oracle: NFStreamOracle) throws {
        let differences = try differences(oracle)
        Comparison.nfstream.expect(theirs: differences.onlyTheirs, ours: differences.onlyOurs, in: oracle.capture)
    }

    /// NFStream passes over later fragments, so here they are left out.
    private func differences(_ oracle: NFStreamOracle) throws -> FlowDifferences {
        let url = try #require(SharedData.url("pcap/\(oracle.capture)"))
        let packets = try CaptureFile(url.path).outermostPackets(includingLaterFragments: false)
        var options = FlowOptions()
        Profile.nfstream.configure(&options)
        let start = packets.first?.time ?? Timestamp(nanoseconds: 0)
        let ours = PlainTable(packets.flows(options), .nfstream, captureStart: start)
        return FlowDifferences(ours: ours.rows, theirs: oracle.flows)
    }
}
