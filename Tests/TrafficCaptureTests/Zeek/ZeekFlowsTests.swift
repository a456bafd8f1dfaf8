import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

/// The flow table set up as Zeek is, against Zeek 9.1: tunnels opened, each depth a connection of its own.
@Suite("flows as Zeek has them", .enabled(if: !ZeekBaseline.all.isEmpty, "needs the shared captures"))
struct ZeekFlowsTests {
    @Test("every connection, in tunnels and outside, is the same, but for what is known", arguments: ZeekBaseline.all)
    func flows(baseline: ZeekBaseline) throws {
        let url = try #require(SharedData.url("pcap/\(baseline.capture)"))
        var ours = try Self.flows(url.path).map { ZeekConnection($0) }
        var theirs = try baseline.log().rows.map { ZeekConnection(logged: $0) }
        theirs.removeAll { line in
            guard let index = ours.firstIndex(where: line.agrees) else { return false }
            ours.remove(at: index)
            return true
        }
        let known = ZeekDifference.known[baseline.capture] ?? []
        #expect(theirs.map(\.description).sorted() == known.flatMap(\.theirs).map(\.description).sorted())
        #expect(ours.map(\.description).sorted() == known.map(\.ours.description).sorted())
    }

    @Test("what is known to differ is what the reference of flows counts")
    func counted() {
        #expect(Set(ZeekDifference.known.keys) == Set(Comparison.zeek.differences.map(\.capture)))
        for (capture, known) in ZeekDifference.known {
            let listed = Comparison.zeek.difference(in: capture)
            #expect(listed?.theirs == known.flatMap(\.theirs).count && listed?.ours == known.count, "\(capture)")
        }
    }

    @Test("the baselines hold what the comparison is meant to cover")
    func coverage() throws {
        let lines = try ZeekBaseline.all.flatMap { try $0.log().rows }.map { ZeekConnection(logged: $0) }
        let states = Set(lines.filter { $0.ends.hasPrefix("tcp") }.map(\.state))
        #expect(states.isSuperset(of: ["S0", "S1", "SF", "REJ", "RSTO", "RSTR", "RSTRH", "SH", "SHR", "OTH"]))
        #expect(Set(lines.map(\.history).joined()).isSuperset(of: "ShADadFfRrgtT^"))
    }

    /// Zeek has a time-out for each protocol, so each protocol is metered by itself.
    private static func flows(_ path: String) throws -> [Flow] {
        let timeouts: [(filter: [IPProtocol], idle: Int)] = [([.tcp], 300), ([.udp, .icmp, .icmpv6], 60)]
        var flows: [Flow] = []
        for (protocols, idle) in timeouts {
            var meter = CaptureMeter()
            meter.tunnels = .every
            meter.options.idleTimeout = .seconds(idle)
            meter.options.activeTimeout = nil
            meter.options.icmp = .messageTypes
            _ = try meter.meter([CaptureFile(path)]) { flow in
                if protocols.contains(flow.carriedProtocol) { flows.append(flow) }
            }
        }
        return flows
    }
}
