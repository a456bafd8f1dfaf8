import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

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
        Comparison.nDPI.expect(theirs: theirs, ours: ours, in: capture)
    }
}
