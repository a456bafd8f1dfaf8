import TestSupport
import Testing
import Traffic
import TrafficCapture

@Suite("flows as nDPI has them", .enabled(if: !NDPIFlow.byCapture.isEmpty, "needs the shared captures"))
struct NDPIFlowsTests {
    @Test("packets, bytes and lengths each way, but for what is known", arguments: NDPIFlow.byCapture.keys.sorted())
    func flows(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        var options = FlowOptions()
        options.idleTimeout = nil
        options.activeTimeout = nil
        options.linger = nil
        let packets = try CaptureFile(url.path).packets().filter { $0.network?.fragment?.offset ?? 0 == 0 }
        var ours = packets.flows(options).map { NDPIFlow($0) }
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
    private static let known: [String: (flows: Int, reason: String)] = [
        "fuzz-2006-06-26-2594.pcap": (18, "nDPI passes over packets with damaged headers, and names fewer protocols"),
        "fuzz-2020-02-16-11740.pcap": (8, "nDPI passes over packets with damaged headers, and names more protocols"),
        "ip_fragmented_garbage.pcap": (1, "nDPI takes no ports from a TCP header that is cut"),
    ]
}
