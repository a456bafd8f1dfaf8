import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

@Suite("conversations as tshark counts them")
struct TsharkStreamsTests {
    @Test(
        "the same packets and bytes each way",
        .enabled(if: !TsharkStream.byCapture.isEmpty, "needs the shared captures"),
        arguments: TsharkStream.byCapture.keys.sorted())
    func streams(capture: String) throws {
        let url = try #require(SharedData.url("pcap/\(capture)"))
        var options = FlowOptions()
        options.idleTimeout = nil
        options.activeTimeout = nil
        options.linger = .seconds(1_000_000_000)
        options.distinguishesVLANs = false
        options.distinguishesTunnels = false
        // tshark was asked for packets whose first IP header is followed by that of TCP or UDP.
        let packets = try CaptureFile(url.path).outermostPackets(includingLaterFragments: false)
        let flows = packets.flows(options)
        let ours = flows.filter { [.tcp, .udp].contains($0.carriedProtocol) }.map { TsharkStream($0) }
        let theirs = TsharkStream.byCapture[capture] ?? []
        let onlyOurs = Self.without(ours, theirs)
        let onlyTheirs = Self.without(theirs, ours)
        Comparison.tsharkStreams.expect(theirs: onlyTheirs, ours: onlyOurs, in: capture)
    }

    private static func without(_ left: [TsharkStream], _ right: [TsharkStream]) -> [TsharkStream] {
        var counts = Dictionary(grouping: right, by: \.self).mapValues(\.count)
        return left.filter { stream in
            guard let count = counts[stream], count > 0 else { return true }
            counts[stream] = count - 1
            return false
        }
    }
}
