import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("Flows as NFStream tells them", .enabled(if: !NFStreamOracle.all.isEmpty, "needs the shared captures"))
struct NFStreamProfileTests {
    /// Captures some of whose flows differ, with the most that may and the reason.
    static let different: [(capture: String, flows: Int, reason: String)] = [
        ("6in4tunnel.pcap", 10, "a tunnel that NFStream opens even when told to open none"),
        ("fuzz-2006-06-26-2594.pcap", 22, "damaged headers"), ("fuzz-2020-02-16-11740.pcap", 12, "damaged headers"),
        (
            "ip_fragmented_garbage.pcap", 1,
            "first fragments too short for a TCP header, of which NFStream takes no ports"
        ),
        ("ipv4_invalid_hdr_length.pcap", 1, "a header shorter than a header can be"),
        ("ipv6_jumbogram_1.pcap", 1, "a jumbogram, whose protocol NFStream does not find"),
        ("tcp_header_heapoverflow.pcap", 1, "a frame of 262,144 bytes, which NFStream holds in 16 bits"),
        (
            "timestamp_invalid_micro.pcap", 1,
            "a time stamp of a million microseconds, on which the order of times depends"
        ),
    ]
    /// Captures that are not read: other links, or interfaces that differ.
    static let unread: Set = [
        "chdlc-http.pcap", "many_interfaces-1.pcapng", "pcapng-be-test202.pcapng", "pcapng-le-test202.pcapng",
    ]

    static let equal = NFStreamOracle.all.filter { oracle in
        !different.contains { $0.capture == oracle.capture } && !unread.contains(oracle.capture)
    }

    @Test("have NFStream's columns in its order")
    func header() throws {
        let oracle = try #require(PlainTable.shared("pcap/oracle/nfstream-flows.csv.gz"))
        #expect(Profile<Flow>.nfstream.columns.map(\.name) == ["id"] + oracle.names.dropFirst())
    }

    @Test("are the same flows with the same figures", arguments: equal)
    func figures(oracle: NFStreamOracle) throws {
        let differences = try differences(oracle)
        #expect(differences.differing.isEmpty)
        #expect(differences.additional == 0)
    }

    @Test("differ in no more flows than there is a reason for", arguments: different)
    func reasons(capture: String, flows: Int, reason: String) throws {
        let oracle = try #require(NFStreamOracle.all.first { $0.capture == capture })
        #expect(try differences(oracle).differing.count <= flows, "\(reason)")
    }

    /// NFStream passes over later fragments, so here they are left out.
    private func differences(_ oracle: NFStreamOracle) throws -> FlowDifferences {
        let url = try #require(SharedData.url("pcap/\(oracle.capture)"))
        let packets = try CaptureFile(url.path).outermostPackets(includingLaterFragments: false)
        var options = FlowOptions()
        Profile.nfstream.configure(&options)
        let start = packets.first?.time ?? Timestamp(nanoseconds: 0)
        let ours = PlainTable(packets.flows(options), .nfstream, captureStart: start)
        return FlowDifferences(ours.rows, oracle.flows)
    }
}
