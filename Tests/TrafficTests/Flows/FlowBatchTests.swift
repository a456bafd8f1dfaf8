import TestSupport
import Testing
import Traffic

@Suite("packets added by the handful")
struct FlowBatchTests {
    @Test("give the flows they give one by one, few or many flows live", arguments: [10, 20_000])
    func equal(clients: Int) {
        var random = SplitMix(seed: 5)
        let packets = (0..<60_000).map { index in
            var talk = Dialogue()
            talk.client = IPAddress(UInt32(0x0a00_0000 + Int(random.next() % UInt64(clients))))
            let direction: FlowDirection = random.next() % 2 == 0 ? .forward : .backward
            return random.next() % 2 == 0
                ? talk.segment(at: Int64(index), direction, [.ack], payload: 5)
                : talk.datagram(at: Int64(index), direction)
        }
        var meter = FlowMeter()
        var flows: [Flow] = []
        meter.add(contentsOf: packets.span) { flows.append($0) }
        meter.finish { flows.append($0) }
        #expect(flows == packets.flows())
    }
}
