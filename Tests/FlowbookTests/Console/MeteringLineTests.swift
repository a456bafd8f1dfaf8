import Testing

@testable import flowbook

@Suite("How far metering is, in one line")
struct MeteringLineTests {
    private static let line = MeteringLine(
        source: "captures/trace.pcap", fraction: 0.4312, packets: 1_203_442, packetsPerSecond: 4_102_000.4,
        liveFlows: 12_003)

    @Test(
        "the name gives way where there is little room",
        arguments: [
            (100, "captures/trace.pcap  43%  1,203,442 packets  4,102,000/s  12,003 flows live"),
            (70, "…es/trace.pcap  43%  1,203,442 packets  4,102,000/s  12,003 flows live"),
            (20, "43%  1,203,442 packe"),
        ])
    func widths(width: Int, text: String) {
        #expect(Self.line.text(width: width) == text)
    }

    @Test("what is not known is left out, and no name speaks to the terminal")
    func unknown() {
        let line = MeteringLine(source: "a\u{1B}[2J", fraction: nil, packets: 5, packetsPerSecond: 2, liveFlows: nil)
        #expect(line.text(width: 80) == "a\\u{1B}[2J  5 packets  2/s")
    }
}
