import TestSupport
import Testing
import Traffic

@Suite("Packets that begin something")
struct InitiatorFilterTests {
    private static func datagram(
        _ seconds: Double, _ direction: FlowDirection = .forward, port: UInt16 = 4000
    ) -> Packet {
        Dialogue(clientPort: port, serverPort: 53).datagram(at: Int64(seconds * 1000), direction)
    }

    static let rows: [(name: String, packets: [Packet], admitted: [Bool])] = [
        (
            "TCP: a SYN without ACK, each time",
            ([.syn, [.syn, .ack], .ack, .syn, .rst] as [TCPFlags]).map { Dialogue().segment(at: 0, $0) },
            [true, false, false, true, false]
        ),
        (
            "UDP: the first of a conversation, not its answer",
            [datagram(0), datagram(1, .backward), datagram(2), datagram(3, port: 4001)],
            [true, false, false, true]
        ),
        (
            "UDP: again after more than two minutes of silence",
            [datagram(0), datagram(119), datagram(239), datagram(359.1)],
            [true, false, false, true]
        ),
        (
            "what is no IP", [Packet(time: Timestamp(seconds: 0), length: 60, link: LinkHeader(type: .ethernet))],
            [false]
        ),
    ]

    @Test("are told from others", arguments: rows.indices)
    func admits(row: Int) {
        var filter = InitiatorFilter()
        let admitted = Self.rows[row].packets.map { filter.admits($0) }
        #expect(admitted == Self.rows[row].admitted, "\(Self.rows[row].name)")
    }

    @Test("later fragments begin nothing")
    func fragments() {
        var filter = InitiatorFilter()
        var later = Self.datagram(0)
        later.network?.fragment = Fragment(identification: 1, offset: 1480, hasMore: false)
        let isAdmitted = filter.admits(later)
        #expect(!isAdmitted)
    }

    @Test("conversations that are over are forgotten, and begin again")
    func forgetting() {
        var filter = InitiatorFilter()
        let scan = (0..<10_000).map { Self.datagram(Double($0), port: UInt16($0 + 1)) }
        let later = [Self.datagram(10_001, port: 1), Self.datagram(10_001, port: 9_999)]
        let admitted = (scan + later).map { filter.admits($0) }
        #expect(admitted.dropLast(2).allSatisfy { $0 })
        #expect(admitted.suffix(2) == [true, false])
    }

    /// Steps around the span for which conversations are remembered, so that it is turned at any place.
    private static let steps: [Int64] = [0, 1, 40_000, 59_999, 60_001, 119_999, 120_000, 120_001, 300_000]

    @Test("silence is measured to the nanosecond, whenever older conversations are let go", arguments: 1...40)
    func silence(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var (filter, last, now) = (InitiatorFilter(), [UInt16: Timestamp](), Timestamp(seconds: 0))
        for _ in 0..<300 {
            let port = UInt16.random(in: 1...8, using: &generator)
            var packet = Self.datagram(0, Bool.random(using: &generator) ? .forward : .backward, port: port)
            let step = Duration.milliseconds(Self.steps.randomElement(using: &generator) ?? 0)
            now = now.advanced(by: step + .nanoseconds(Int.random(in: 0...1, using: &generator)))
            packet.time = now
            let isFirst = last.updateValue(now, forKey: port).map { now - $0 > .seconds(120) } ?? true
            let isAdmitted = filter.admits(packet)
            #expect(isAdmitted == isFirst, "port \(port) at \(now.nanoseconds)")
        }
    }

    /// Two spans of 131,072 conversations are kept. A new conversation each 400 µs fills both in 105 s.
    @Test("in a flood the oldest conversations are forgotten, and those within the bound are not")
    func flood() {
        let kept = 1 << 17
        var (filter, began) = (InitiatorFilter(), 0)
        for number in 0..<2 * kept where filter.admits(Self.probe(number)) { began += 1 }
        #expect(began == 2 * kept)
        let late = [kept, 2 * kept - 1, 0].map { Self.probe($0, at: 119) }.map { filter.admits($0) }
        #expect(late == [false, false, true])
    }

    private static func probe(_ number: Int, at seconds: Int64? = nil) -> Packet {
        var dialogue = Dialogue(clientPort: UInt16(truncatingIfNeeded: number))
        dialogue.server = IPAddress(198, 51, 100, UInt8(number >> 16))
        return dialogue.datagram(at: seconds.map { $0 * 1000 } ?? Int64(number) * 2 / 5)
    }
}
