import Testing
import Traffic

@Suite("the memory of live flows")
struct FlowMemoryTests {
    private static let flows = 1000
    private static let packetsOfEach = 5

    static let wishes: [(name: String, bytesOfEach: Int, change: @Sendable (inout FlowOptions) -> Void)] = [
        ("two counters a byte value", 2 * 256 * MemoryLayout<Int>.stride, { $0.countsPayloadBytes = true }),
        ("a list of packets", packetsOfEach * MemoryLayout<FirstPacket>.stride, { $0.firstPackets = packetsOfEach }),
        ("bursts and pauses", MemoryLayout<FlowActivity>.size, { $0.measuresActivity = true }),
    ]

    @Test("counts what is kept of them on demand, until they end", arguments: wishes.indices)
    func extras(row: Int) {
        let plain = Self.meter { _ in }
        let wish = Self.wishes[row]
        let asked = Self.meter(wish.change)
        let least = Self.flows * wish.bytesOfEach
        #expect(asked.full - plain.full >= least, "\(wish.name)")
        #expect(asked.full - plain.full < least + Self.flows * 1024, "\(wish.name): and little else")
        #expect(asked.full - asked.ended >= least, "\(wish.name): given back")
    }

    @Test("counts the exchange of what was kept for what is kept of the next flow")
    func succession() {
        var options = FlowOptions()
        options.countsPayloadBytes = true
        options.activeTimeout = .milliseconds(10)
        var meter = FlowMeter(options)
        meter.add(Dialogue().datagram(at: 0)) { _ in }
        let first = meter.memory
        for index in 1..<100 { meter.add(Dialogue().datagram(at: Int64(index) * 20)) { _ in } }
        #expect(meter.summary.ends[.active] == 99)
        #expect(meter.memory == first)
    }

    /// The memory while all flows are live, and after their end.
    private static func meter(_ change: (inout FlowOptions) -> Void) -> (full: Int, ended: Int) {
        var options = FlowOptions()
        change(&options)
        var meter = FlowMeter(options)
        for time in 0..<packetsOfEach {
            for index in 0..<flows {
                var talk = Dialogue()
                talk.client = IPAddress(UInt32(0x0a00_0000 + index))
                meter.add(talk.datagram(at: Int64(time))) { _ in }
            }
        }
        let full = meter.memory
        meter.finish { _ in }
        return (full, meter.memory)
    }
}
