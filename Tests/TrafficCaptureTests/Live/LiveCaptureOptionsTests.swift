import Testing
import TrafficCapture

@Suite("the options of a live capture")
struct LiveCaptureOptionsTests {
    struct Row: Sendable {
        let change: @Sendable (inout LiveCaptureOptions) -> Void
        let sentence: String
        let widenings: [String]
    }

    static let rows = [
        Row(
            change: { _ in },
            sentence: "records the first 96 bytes of every packet on lo, for at most 60 s", widenings: []),
        Row(
            change: { $0.durationLimit = .milliseconds(1500) },
            sentence: "records the first 96 bytes of every packet on lo, for at most 1.5 s", widenings: []),
        Row(
            change: { $0.filter = "tcp" },
            sentence: "records the first 96 bytes of every packet on lo that matches 'tcp', for at most 60 s",
            widenings: []),
        Row(
            change: {
                $0.interface = "eth0"
                $0.isPromiscuous = true
                $0.packetLimit = 1000
            },
            sentence: "records the first 96 bytes of every packet on eth0, also of those for other machines, "
                + "for at most 60 s, at most 1000 packets",
            widenings: ["not only loopback: eth0", "promiscuous"]),
        Row(
            change: {
                $0.interface = "any"
                $0.snapLength = SnapLength.wholeFrames
                $0.durationLimit = nil
            },
            sentence: "records every packet whole on all interfaces, until it is stopped",
            widenings: [
                "not only loopback: all interfaces", "more than headers: 262144 bytes of each packet",
                "no limit of time",
            ]),
        Row(
            change: {
                $0.durationLimit = .seconds(61)
                $0.snapLength = 97
            },
            sentence: "records the first 97 bytes of every packet on lo, for at most 61 s",
            widenings: ["more than headers: 97 bytes of each packet", "longer than a minute: 61 s"]),
    ]

    @Test("say what will be recorded, and in what that is wider than the safe default", arguments: rows.indices)
    func sentence(row: Int) {
        var options = LiveCaptureOptions()
        Self.rows[row].change(&options)
        #expect(options.description == Self.rows[row].sentence)
        #expect(options.widenings == Self.rows[row].widenings)
    }
}
