import TestSupport
import Testing
import TrafficCapture

@testable import Traffic

/// The flow table set up as Zeek is, against Zeek 9.1: tunnels opened, each depth a connection of its own.
@Suite("flows as Zeek has them", .enabled(if: !ZeekConnLog.all.isEmpty, "needs the shared captures"))
struct ZeekFlowsTests {
    @Test("every connection, in tunnels and outside, is the same, but for what is known", arguments: ZeekConnLog.all)
    func flows(log: ZeekConnLog) throws {
        let url = try #require(SharedData.url("pcap/\(log.capture)"))
        var ours = try Self.flows(url.path).map { ZeekConnection($0) }
        var theirs = try log.connections()
        theirs.removeAll { line in
            guard let index = ours.firstIndex(where: line.agrees) else { return false }
            ours.remove(at: index)
            return true
        }
        Comparison.zeek.expect(theirs: theirs, ours: ours, in: log.capture)
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

extension ZeekConnection {
    init(_ flow: Flow) {
        let name = flow.carriedProtocol == .tcp ? "tcp" : flow.carriedProtocol == .udp ? "udp" : "icmp"
        self.init(
            ends: "\(name) \(flow.initiator.address) \(flow.initiator.port) \(flow.responder.address) "
                + "\(flow.responder.port)",
            state: flow.state.rawValue, history: flow.history.description,
            packets: [
                flow.forward.packets, flow.forward.networkBytes, flow.backward.packets, flow.backward.networkBytes,
            ], payload: [flow.forward.sequenceBytes, flow.backward.sequenceBytes])
    }
}
