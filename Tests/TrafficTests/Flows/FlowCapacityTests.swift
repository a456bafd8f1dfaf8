import Testing
import Traffic

@Suite("a full flow table")
struct FlowCapacityTests {
    @Test("a flood of new flows drives out itself, not the old heavy flow")
    func flood() {
        var options = FlowOptions()
        options.capacity = 1000
        var packets: [Packet] = []
        let heavy = Dialogue()
        for index in 0..<20_000 {
            var scan = Dialogue()
            scan.client = IPAddress(UInt32(0x0a00_0000 + index))
            packets.append(scan.datagram(at: Int64(index)))
            if index % 10 == 0 { packets.append(heavy.datagram(at: Int64(index))) }
        }
        var meter = FlowMeter(options)
        var flows: [Flow] = []
        for packet in packets { meter.add(packet) { flows.append($0) } }
        #expect(meter.liveFlows == 1000)
        let evicted = meter.summary.ends[.evicted] ?? 0
        #expect(evicted == 19_001)
        meter.finish { flows.append($0) }
        #expect(flows.filter { $0.both.packets == 2000 }.count == 1)
        #expect(flows.count == 20_001)
        #expect(meter.summary.mostLiveFlows == 1000)
    }

    @Test("the flow that has been silent the longest goes first")
    func order() {
        var options = FlowOptions()
        options.capacity = 3
        var ended: [UInt16] = []
        var meter = FlowMeter(options)
        func packet(_ port: UInt16, at time: Int64) -> Packet {
            var talk = Dialogue()
            talk.clientPort = port
            return talk.datagram(at: time)
        }
        for (port, time) in [(1, 0), (2, 10_000), (3, 20_000), (1, 30_000), (4, 40_000), (5, 50_000)]
            as [(UInt16, Int64)]
        {
            meter.add(packet(port, at: time)) { ended.append($0.initiator.port) }
        }
        #expect(ended == [2, 3])
    }

    @Test("memory does not grow with flows that come and go")
    func steady() {
        var meter = FlowMeter()
        func add(_ range: Range<Int>) {
            for index in range {
                var talk = Dialogue()
                talk.client = IPAddress(UInt32(0x0a00_0000 + index))
                meter.add(talk.datagram(at: Int64(index) * 10)) { _ in }
            }
        }
        add(0..<50_000)
        let before = meter.memory
        add(50_000..<300_000)
        #expect(meter.memory <= before)
    }
}
