import Testing
import Traffic

@Suite("TCP connections in the flow table")
struct FlowConnectionTests {
    private let talk = Dialogue()

    private func flows(_ packets: [Packet], _ change: (inout FlowOptions) -> Void = { _ in }) -> [Flow] {
        var options = FlowOptions()
        change(&options)
        return packets.flows(options)
    }

    /// A whole connection that begins at `start` milliseconds: handshake, a request, an answer, FIN both ways.
    private func connection(at start: Int64, sequence: UInt32 = 1000) -> [Packet] {
        [
            talk.segment(at: start, [.syn], sequence: sequence),
            talk.segment(at: start + 1, .backward, [.syn, .ack], sequence: 5000, acknowledgement: sequence + 1),
            talk.segment(at: start + 2, [.ack], sequence: sequence + 1, acknowledgement: 5001),
            talk.segment(at: start + 3, [.psh, .ack], payload: 100, sequence: sequence + 1, acknowledgement: 5001),
            talk.segment(
                at: start + 4, .backward, [.psh, .ack], payload: 400, sequence: 5001, acknowledgement: sequence + 101),
            talk.segment(at: start + 5, [.fin, .ack], sequence: sequence + 101, acknowledgement: 5401),
            talk.segment(at: start + 6, .backward, [.fin, .ack], sequence: 5401, acknowledgement: sequence + 102),
        ]
    }

    private func lastACK(at time: Int64) -> Packet {
        talk.segment(at: time, [.ack], sequence: 1102, acknowledgement: 5402)
    }

    @Test("FIN both ways ends a flow, and the last ACK still belongs to it")
    func finished() {
        let flows = flows(connection(at: 0) + [lastACK(at: 7)])
        #expect(flows.map(\.both.packets) == [8])
        #expect(flows[0].end == .finished)
        #expect(flows[0].state == .finished)
        #expect(flows[0].history.description == "ShADdFf")
        #expect(flows[0].forward.sequenceBytes == 100)
        #expect(flows[0].backward.sequenceBytes == 400)
    }

    @Test("a closed connection comes out after the linger, long before the idle time-out")
    func linger() {
        var meter = FlowMeter()
        var ended: [FlowEnd] = []
        for packet in connection(at: 0) { meter.add(packet) { ended.append($0.end) } }
        meter.tick(Timestamp(seconds: 4)) { ended.append($0.end) }
        #expect(ended.isEmpty)
        meter.tick(Timestamp(seconds: 8)) { ended.append($0.end) }
        #expect(ended == [.finished])
    }

    @Test("stragglers within the linger open no ghost flow; later ones are a flow of their own")
    func stragglers() {
        #expect(flows(connection(at: 0) + [lastACK(at: 4_900)]).count == 1)
        #expect(flows(connection(at: 0) + [lastACK(at: 5_100)]).map(\.both.packets) == [7, 1])
    }

    @Test("the same ports opened anew are another flow at once")
    func reopened() {
        let flows = flows(connection(at: 0) + connection(at: 20, sequence: 90_000))
        #expect(flows.map(\.both.packets) == [7, 7])
        #expect(flows.map(\.state) == [.finished, .finished])
        #expect(flows.map(\.end) == [.finished, .finished])
    }

    @Test("a new SYN on a connection that never closed ends it as reopened")
    func reopenedWithoutEnd() {
        let flows = flows(Array(connection(at: 0).prefix(5)) + connection(at: 20, sequence: 90_000))
        #expect(flows.map(\.end) == [.reopened, .finished])
        #expect(flows.map(\.state) == [.established, .finished])
    }

    @Test("a reset ends a flow")
    func reset() {
        let refused = [
            talk.segment(at: 0, [.syn], sequence: 7),
            talk.segment(at: 1, .backward, [.rst, .ack], acknowledgement: 8),
        ]
        let flows = flows(refused)
        #expect(flows.map(\.end) == [.reset])
        #expect(flows.map(\.state) == [.rejected])
    }

    @Test("without linger neither FIN nor RST ends a flow")
    func noLinger() {
        let packets = connection(at: 0) + connection(at: 20, sequence: 90_000)
        let flows = flows(packets) { $0.linger = nil }
        #expect(flows.map(\.both.packets) == [14])
        #expect(flows.map(\.end) == [.endOfCapture])
    }

    @Test("where the SYN was not captured, the server's port still tells who began")
    func missingSYN() {
        let packets = Array(connection(at: 0).dropFirst())
        #expect(flows(packets).map(\.initiator.port) == [40_000])
        #expect(flows(packets)[0].history.description.hasPrefix("^"))
        #expect(flows(packets) { $0.initiator = .firstSender }.map(\.initiator.port) == [443])
        let (ours, theirs) = (flows(packets)[0], flows(packets) { $0.initiator = .firstSender }[0])
        #expect(ours.forward.linkBytes == theirs.backward.linkBytes)
        #expect(ours.backward.flags[.syn] == 1)
        #expect(ours.first == theirs.first)
    }

    @Test("one direction only: a connection is two flows")
    func unidirectional() {
        let flows = flows(connection(at: 0)) { $0.isUnidirectional = true }
        #expect(flows.map(\.initiator.port).sorted() == [443, 40_000])
        #expect(flows.map(\.forward.packets).sorted() == [3, 4])
        #expect(flows.allSatisfy { $0.backward.packets == 0 })
    }

    @Test("retransmissions count for their direction")
    func retransmissions() {
        var packets = connection(at: 0)
        packets.insert(packets[3], at: 5)
        packets.insert(packets[3], at: 6)
        let flow = flows(packets)[0]
        #expect(flow.forward.retransmissions == 2)
        #expect(flow.backward.retransmissions == 0)
        #expect(flow.forward.payloadBytes == 300)
        #expect(flow.forward.sequenceBytes == 100)
    }

    @Test("the first packets are listed with size, direction and gap")
    func firstPackets() {
        let flow = flows(connection(at: 0)) { $0.firstPackets = 3 }[0]
        #expect(flow.firstPackets.map(\.size) == [60, 60, 60])
        #expect(flow.firstPackets.map(\.direction) == [.forward, .backward, .forward])
        #expect(flow.firstPackets.map(\.gap) == [.zero, .milliseconds(1), .milliseconds(1)])
    }
}
