import Testing

@testable import Traffic

@Suite("floods cost what their packets cost")
struct FlowFloodTests {
    private static func flood(_ count: Int, every milliseconds: Int64 = 1) -> [Packet] {
        (0..<count).map { index in
            var talk = Dialogue()
            talk.client = IPAddress(UInt32(0x0a00_0000 + index))
            return talk.datagram(at: Int64(index) * milliseconds)
        }
    }

    @Test("memory follows the flows that live at once, not those that ever were", arguments: [1000, 100_000])
    func memory(packets: Int) {
        var options = FlowOptions()
        options.capacity = 500
        var meter = FlowMeter(options)
        for packet in Self.flood(packets) { meter.add(packet) { _ in } }
        #expect(meter.liveFlows == 500)
        #expect(meter.memory < 300_000)
    }

    @Test("flows that no silence ends are not gone through when the clock leaps")
    func leaps() {
        var options = FlowOptions()
        (options.idleTimeout, options.activeTimeout) = (nil, nil)
        var table = FlowTable(options)
        for packet in Self.flood(1000, every: 1_000_000) { add(packet, to: &table) }
        #expect(table.count == 1000)
        #expect((0..<TimerWheel.bucketCount).allSatisfy { table.wheel.oldest(in: $0) == nil })
    }

    @Test("flows that no silence ends leave in the order they came, and a closed one before them")
    func order() {
        var options = FlowOptions()
        (options.idleTimeout, options.activeTimeout) = (nil, nil)
        var closing = Dialogue()
        closing.serverPort = 80
        let quiet = Self.flood(3)
        let closed = [
            closing.segment(at: 0, .forward, [.syn]), closing.segment(at: 1, .backward, [.rst, .ack]),
            Dialogue().datagram(at: 3_600_000),
        ]
        let flows = (quiet + closed).flows(options)
        #expect(flows.map(\.end) == [.reset] + [FlowEnd](repeating: .endOfCapture, count: 4))
        #expect(flows.dropFirst().map(\.initiator.address) == (quiet + closed.suffix(1)).compactMap(\.source))
    }

    @Test("a fragment's flow is forgotten rather than kept for ever")
    func fragments() {
        var meter = FlowMeter()
        for index in 0..<10_000 { meter.add(fragment(index, offset: 0)) { _ in } }
        for index in 0..<10_000 { meter.add(fragment(index, offset: 64)) { _ in } }
        #expect(meter.summary.joinedFragments == 4096)
        #expect(meter.summary.fragmentsWithoutFirst == 10_000 - 4096)
    }

    private func fragment(_ number: Int, offset: Int) -> Packet {
        var packet = Dialogue().datagram(at: 0, payload: 56)
        packet.network?.fragment = Fragment(identification: UInt32(number), offset: offset, hasMore: true)
        if offset > 0 { packet.ports = nil }
        return packet
    }

    private func add(_ packet: Packet, to table: inout FlowTable) {
        guard let place = FlowPlace(packet, ports: packet.ports, table.options) else { return }
        table.add(packet, at: place, RawSpan()) { _ in }
    }
}
