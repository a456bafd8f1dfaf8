import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("flows as nDPI has them", .enabled(if: !NDPIFlow.byCapture.isEmpty, "needs the shared captures"))
struct NDPIFlowsTests {
    @Test("packets, bytes, lengths and gaps each way, but for what is known", arguments: NDPIFlow.byCapture.keys.sorted())
    func flows(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        var options = FlowOptions()
        options.idleTimeout = nil
        options.activeTimeout = nil
        options.linger = nil
        var ours = try CaptureFile(url.path).flows(options).map { NDPIFlow($0) }
        var theirs = NDPIFlow.byCapture[capture] ?? []
        theirs.removeAll { flow in
            guard let index = ours.firstIndex(where: flow.agrees) else { return false }
            ours.remove(at: index)
            return true
        }
        let known = Self.known[capture] ?? (flows: 0, reason: "none known")
        #expect(theirs.count == known.flows, "\(known.reason): \(theirs.prefix(4)) ours \(ours.prefix(4))")
    }

    /// How many of nDPI's flows differ in which captures, and why.
    private static let known: [String: (flows: Int, reason: String)] = [:]
}
