import Testing
import Traffic

@Suite("what flows tell only on demand")
struct FlowExtrasTests {
    private func flow(_ frames: [[UInt8]], _ change: (inout FlowOptions) -> Void) throws -> Flow {
        var options = FlowOptions()
        change(&options)
        var meter = FlowMeter(options)
        var flows: [Flow] = []
        for (index, frame) in frames.enumerated() {
            let bytes = frame.span.bytes
            let packet = Packet(decoding: bytes, link: .ethernet, time: Timestamp(seconds: Double(index)))
            meter.add(packet, bytes: bytes) { flows.append($0) }
        }
        meter.finish { flows.append($0) }
        #expect(flows.count == 1)
        return try #require(flows.first)
    }

    @Test("the bytes of payloads are counted, headers and padding are not")
    func payload() throws {
        let frame = Frame.ethernet(0x0800, Frame.ipv4(17, Frame.udp([7, 7, 9]))) + [UInt8](repeating: 0, count: 15)
        let flow = try flow([frame, frame]) { $0.countsPayloadBytes = true }
        let counts = try #require(flow.payload).both
        #expect(counts[7] == 4)
        #expect(counts[9] == 2)
        #expect(counts.reduce(0, +) == 6)
        #expect(flow.both.payloadBytes == 6)
    }

    @Test("of a payload that was cut, the bytes at hand are counted")
    func cutPayload() throws {
        let whole = Frame.ethernet(0x0800, Frame.ipv4(17, Frame.udp([1, 2, 3, 4])))
        let flow = try flow([Array(whole.dropLast(2))]) { $0.countsPayloadBytes = true }
        #expect(flow.payload?.both.reduce(0, +) == 2)
        #expect(flow.both.payloadBytes == 4)
    }

    @Test("hardware addresses are those of the first packet")
    func hardware() throws {
        let flow = try flow([Frame.ethernet(0x0800, Frame.ipv4(17, Frame.udp()))]) { $0.keepsHardwareAddresses = true }
        #expect(flow.hardware?.destination.description == "02:00:00:00:00:01")
        #expect(flow.hardware?.source.description == "02:00:00:00:00:02")
    }

    @Test("by default nothing of it is kept")
    func absent() throws {
        let flow = try flow([Frame.ethernet(0x0800, Frame.ipv4(17, Frame.udp([1])))]) { _ in }
        #expect(flow.payload == nil)
        #expect(flow.hardware == nil)
        #expect(flow.firstPackets.isEmpty)
        #expect(flow.activity == nil)
    }
}
