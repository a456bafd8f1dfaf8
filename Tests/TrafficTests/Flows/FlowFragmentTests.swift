import Testing
import Traffic

@Suite("fragments in flows")
struct FlowFragmentTests {
    private let talk = Dialogue()

    /// A fragment of a datagram; only the one at offset zero has ports.
    private func fragment(_ identification: UInt32, at time: Int64, offset: Int, length: Int = 1000) -> Packet {
        var packet = talk.datagram(at: time, payload: length - 8)
        packet.network?.fragment = Fragment(identification: identification, offset: offset, hasMore: offset < 2000)
        if offset > 0 {
            packet.ports = nil
            packet.transport = nil
        }
        return packet
    }

    private func metered(_ packets: [Packet]) -> (flows: [Flow], summary: FlowSummary) {
        var meter = FlowMeter()
        var flows: [Flow] = []
        for packet in packets { meter.add(packet) { flows.append($0) } }
        meter.finish { flows.append($0) }
        return (flows, meter.summary)
    }

    @Test("later fragments join the flow of the first")
    func joins() {
        let (flows, summary) = metered([
            fragment(7, at: 0, offset: 0), fragment(7, at: 1, offset: 1000), fragment(7, at: 2, offset: 2000),
        ])
        #expect(flows.map(\.both.packets) == [3])
        #expect(flows[0].responder.port == 443)
        #expect(summary.joinedFragments == 2)
        #expect(summary.overlappingFragments == 0)
    }

    @Test("a later fragment without its first is metered without ports, and counted")
    func orphan() {
        let (flows, summary) = metered([fragment(7, at: 0, offset: 1000), fragment(8, at: 1, offset: 0)])
        #expect(flows.map(\.responder.port).sorted() == [0, 443])
        #expect(summary.fragmentsWithoutFirst == 1)
    }

    @Test("fragments that overlap are counted")
    func overlaps() {
        let (_, summary) = metered([
            fragment(7, at: 0, offset: 0), fragment(7, at: 1, offset: 992), fragment(7, at: 2, offset: 2000),
        ])
        #expect(summary.overlappingFragments == 1)
    }

    @Test("after a minute the identification means another packet")
    func ages() {
        let (_, summary) = metered([fragment(7, at: 0, offset: 0), fragment(7, at: 60_000, offset: 1000)])
        #expect(summary.fragmentsWithoutFirst == 1)
    }

    @Test("a flood of first fragments forgets the oldest, and the newest still join")
    func flood() {
        var packets = (0..<10_000).map { fragment(UInt32($0), at: 0, offset: 0) }
        packets += [fragment(0, at: 1, offset: 1000), fragment(9_999, at: 1, offset: 1000)]
        let (_, summary) = metered(packets)
        #expect(summary.fragmentsWithoutFirst == 1)
        #expect(summary.joinedFragments == 1)
    }
}
