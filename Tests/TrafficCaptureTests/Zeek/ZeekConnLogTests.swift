import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

/// State, history, packets and bytes of every connection in Zeek's baselines, against Zeek 9.1.
@Suite("connections as Zeek has them", .enabled(if: !ZeekConnLog.all.isEmpty, "needs the shared captures"))
struct ZeekConnLogTests {
    @Test("every connection outside of tunnels is the same, but for what is known", arguments: ZeekConnLog.all)
    func connections(log: ZeekConnLog) throws {
        let url = try #require(SharedData.url("pcap/\(log.capture)"))
        var meter = ReferenceMeter()
        for packet in try CaptureFile(url.path).outermostPackets(includingLaterFragments: true) { meter.add(packet) }
        meter.finish()
        var ours = meter.ended.map(\.logged)
        var theirs = try log.outerConnections()
        theirs.removeAll { line in
            guard let index = ours.firstIndex(where: line.agrees) else { return false }
            ours.remove(at: index)
            return true
        }
        let known = ZeekDisagreement.known.first { $0.log == log.name }
        #expect(known == nil || Comparison.zeek.difference(in: log.capture) != nil, "is listed for readers too")
        #expect(Set(theirs.map(\.description)) == known?.theirs ?? [], "only in Zeek's")
        #expect(Set(ours.map(\.description)) == known?.ours ?? [], "only in ours")
    }

    @Test("the baselines hold what the comparison is meant to cover")
    func coverage() throws {
        let lines = try ZeekConnLog.all.flatMap { try $0.outerConnections() }
        let states = Set(lines.filter { $0.ends.hasPrefix("tcp") }.map(\.state))
        #expect(states.isSuperset(of: ["S0", "S1", "SF", "REJ", "RSTO", "RSTR", "RSTRH", "SH", "SHR", "OTH"]))
        #expect(Set(lines.map(\.history).joined()).isSuperset(of: "ShADadFfRrgtT^"))
    }
}
