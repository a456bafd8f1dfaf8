import Testing
import Traffic

@Suite("how time ends flows")
struct FlowTimeoutTests {
    private let talk = Dialogue()

    private func flows(_ packets: [Packet], _ change: (inout FlowOptions) -> Void = { _ in }) -> [Flow] {
        var options = FlowOptions()
        change(&options)
        return packets.flows(options)
    }

    @Test(
        "a silence of the idle time-out ends a flow, a shorter one does not",
        arguments: [(119_999, 1), (120_000, 2), (120_001, 2)] as [(Int64, Int)])
    func idle(gap: Int64, expected: Int) {
        let flows = flows([talk.datagram(at: 0), talk.datagram(at: gap)])
        #expect(flows.count == expected)
        #expect(flows.first?.end == (expected == 2 ? .idle : .endOfCapture))
    }

    @Test("a flow older than the active time-out ends at its next packet")
    func active() {
        let packets = stride(from: Int64(0), through: 3600, by: 60).map { talk.datagram(at: $0 * 1000) }
        let flows = flows(packets)
        #expect(flows.map(\.both.packets) == [30, 30, 1])
        #expect(flows.map(\.end) == [.active, .active, .endOfCapture])
    }

    @Test("either time-out may be off")
    func off() {
        let yearly = (0..<5).map { talk.datagram(at: $0 * 31_536_000_000) }
        #expect(
            flows(yearly) {
                $0.idleTimeout = nil
                $0.activeTimeout = nil
            }.map(\.both.packets) == [5])
        #expect(
            flows(yearly) { $0.idleTimeout = nil }.map(\.end) == [.active, .active, .active, .active, .endOfCapture])
        let steady = (0..<100).map { talk.datagram(at: $0 * 60_000) }
        #expect(flows(steady) { $0.activeTimeout = nil }.map(\.both.packets) == [100])
    }

    @Test("a silent flow comes out by the packets of others, in time")
    func othersTell() {
        var other = Dialogue()
        other.clientPort = 1
        var meter = FlowMeter()
        var ends: [Int64] = []
        meter.add(talk.datagram(at: 0)) { _ in }
        for second in Int64(1)...200 {
            meter.add(other.datagram(at: second * 1000)) { _ in ends.append(second) }
        }
        #expect(ends.count == 1)
        #expect((120...123).contains(ends.first ?? 0), "\(ends)")
    }

    @Test("a silent flow comes out by a tick, without any packet")
    func tick() {
        var meter = FlowMeter()
        var ended: [Flow] = []
        meter.add(talk.datagram(at: 0)) { ended.append($0) }
        meter.tick(Timestamp(seconds: 119)) { ended.append($0) }
        #expect(ended.isEmpty)
        meter.tick(Timestamp(seconds: 123)) { ended.append($0) }
        #expect(ended.map(\.end) == [.idle])
        #expect(meter.liveFlows == 0)
    }

    @Test("with the idle time-out off, a silent flow comes out after the active one")
    func activeWithoutPackets() {
        var options = FlowOptions()
        options.idleTimeout = nil
        options.activeTimeout = .seconds(60)
        var meter = FlowMeter(options)
        var ended: [FlowEnd] = []
        meter.add(talk.datagram(at: 0)) { ended.append($0.end) }
        meter.tick(Timestamp(seconds: 59)) { ended.append($0.end) }
        #expect(ended.isEmpty)
        meter.tick(Timestamp(seconds: 62)) { ended.append($0.end) }
        #expect(ended == [.active])
    }

    @Test("one packet from another century ends what is silent, and metering goes on")
    func glitch() {
        var packets = (0..<10).map { talk.datagram(at: $0 * 1000) }
        packets.insert(talk.datagram(at: 4_000_000_000_000), at: 5)
        #expect(flows(packets).map(\.both.packets) == [5, 1, 5])
    }

    @Test("captures one after the other may begin anew at an earlier time")
    func rewind() {
        let later = (0..<5).map { talk.datagram(at: 1_700_000_000_000 + $0) }
        let earlier = (0..<5).map { talk.datagram(at: 1_200_000_000_000 + $0) }
        #expect(flows(later + earlier).map(\.both.packets) == [5, 5])
    }

    @Test("packets slightly out of order stay in their flow, and no gap is negative")
    func disorder() {
        let flows = flows([0, 10, 5, 20, 15].map { talk.datagram(at: $0) })
        #expect(flows.map(\.both.packets) == [5])
        #expect(flows[0].both.gaps.minimum == 0)
        #expect(flows[0].both.gaps.maximum == 10_000_000)
        #expect(flows[0].duration == .milliseconds(20))
    }
}
