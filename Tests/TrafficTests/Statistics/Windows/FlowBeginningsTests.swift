import Testing
import Traffic

@Suite("Flows count in the order of their beginnings")
struct FlowBeginningsTests {
    @Test("the windows are those of flows put in order, whatever the order in which they ended", arguments: 0..<8)
    func order(seed: UInt64) throws {
        let flows = RandomTraffic(seed: seed).packets(count: 600).flows()
        let fields: [TrafficField] = [.destinationPort, .length, .hopLimit, .sourceAddress]
        let windowing = Windowing.tumbling(.milliseconds(100))
        var expected: [WindowEntropies] = []
        var sorted = try EntropyStream(of: fields, in: windowing)
        for flow in flows.sorted(by: { $0.first < $1.first }) { sorted.add(flow) { expected.append($0) } }
        sorted.finish { expected.append($0) }

        var found: [WindowEntropies] = []
        var stream = try EntropyStream(of: fields, in: windowing)
        var beginnings = FlowBeginnings(of: fields)
        for flow in flows { beginnings.add(flow) }
        beginnings.drain(into: &stream) { found.append($0) }
        beginnings.drain(into: &stream) { found.append($0) }
        stream.finish { found.append($0) }
        #expect(found == expected && !found.isEmpty)
        #expect(stream.latePackets == 0)
    }

    @Test("no flows are no windows")
    func none() throws {
        var stream = try EntropyStream(of: [.length])
        var beginnings = FlowBeginnings(of: [.length])
        beginnings.drain(into: &stream) { _ in Issue.record("a window of nothing") }
        stream.finish { _ in Issue.record("a window of nothing") }
    }
}
