import Testing
import Traffic

@Suite("flows at the ends of what numbers hold")
struct FlowExtremesTests {
    @Test("a reset connection may linger for months beside a time-out of milliseconds")
    func linger() {
        var options = FlowOptions()
        options.idleTimeout = .milliseconds(100)
        options.linger = .seconds(5_000_000)
        let packets = [
            Dialogue().segment(at: 0, .forward, [.syn]), Dialogue().segment(at: 1, .backward, [.rst, .ack]),
        ]
        #expect(packets.flows(options).map(\.end) == [.reset])
    }

    @Test("frames that claim more than 64 KiB are counted like others", arguments: [FlowDirection.forward, .backward])
    func longFrames(direction: FlowDirection) {
        let count = 70_000
        var packet = Dialogue().segment(at: 0, direction, [.ack, .psh], payload: 100)
        packet.originalLength = 1 << 31
        var options = FlowOptions()
        options.initiator = .firstSender
        var meter = FlowMeter(options)
        var flows: [Flow] = []
        meter.add(Dialogue().segment(at: 0, .forward, [.syn])) { flows.append($0) }
        for _ in 0..<count { meter.add(packet) { flows.append($0) } }
        meter.finish { flows.append($0) }
        let side = flows.first.map { direction == .forward ? $0.forward : $0.backward }
        #expect(flows.count == 1)
        #expect(side?.flags[.psh] == count)
        #expect(side?.retransmissions == count - 1)
        #expect(side?.sizes.maximum == 1 << 31)
    }
}
