import TestSupport
import Testing

@testable import Traffic

@Suite("any TCP segments")
struct TCPPropertyTests {
    @Test("neither trap nor contradict themselves", arguments: 1...25)
    func noise(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var tracker = TCPTracker(isReversed: Bool.random(using: &generator))
        var packets = 0
        for _ in 0..<3000 {
            let (header, length, direction) = Self.anySegment(&generator)
            let event = tracker.observe(header, payloadLength: length, direction: direction)
            packets += event == .reopened ? 0 : 1
            let retransmissions = tracker.retransmissions(.forward) + tracker.retransmissions(.backward)
            let isSound =
                retransmissions <= packets && tracker.history.count <= ConnectionHistory.capacity
                && tracker.streamLength(.forward) >= 0 && tracker.streamLength(.backward) >= 0
                && (event != .reopened || header.flags.contains(.syn))
            if !isSound { Issue.record("seed \(seed): \(header), \(tracker)") }
            if event == .reopened, Bool.random(using: &generator) { tracker = TCPTracker() }
            _ = tracker.state
        }
    }

    @Test("are passed quickly only where the full examination comes to the same", arguments: 1...25)
    func shortcut(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var quick = Script(Script.handshake).tracker
        var full = quick
        var numbers: [UInt32] = [101, 301]
        for step in 0..<2000 {
            let (header, length, direction) = Self.nearSegment(&numbers, &generator)
            let event = quick.observe(header, payloadLength: length, direction: direction)
            let segment = TCPSegment(header, payloadLength: length)
            let isSame = full.examine(segment, direction) == event && full == quick
            if !isSame { Issue.record("seed \(seed), step \(step): \(header)") }
            if quick.initiator.state.isOver, quick.responder.state.isOver {
                quick = Script(step.isMultiple(of: 2) ? Script.handshake : []).tracker
                full = quick
                numbers = [101, 301]
            }
        }
    }

    @Test("mean the same with both sides exchanged", arguments: 1...25)
    func symmetry(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var one = Script(Script.handshake).tracker
        one.initiator = one.responder
        one.history = ConnectionHistory()
        var other = one
        var numbers: [UInt32] = [301, 301]
        for _ in 0..<40 {
            let (header, length, direction) = Self.nearSegment(&numbers, &generator)
            // The two rules of `conn_state` and those for SYN are not symmetric.
            guard header.flags.isDisjoint(with: [.syn, .rst]) else { continue }
            let event = one.observe(header, payloadLength: length, direction: direction)
            #expect(other.observe(header, payloadLength: length, direction: direction.opposite) == event)
        }
        let mirrored = String(
            other.history.description.map { Character($0.isUppercase ? $0.lowercased() : $0.uppercased()) })
        #expect(one.history.description == mirrored)
        #expect(one.state == Self.mirror[other.state] ?? other.state)
        #expect(one.streamLength(.forward) == other.streamLength(.backward))
        #expect(one.retransmissions(.backward) == other.retransmissions(.forward))
    }

    private static let mirror: [ConnectionState: ConnectionState] = [
        .closingByInitiator: .closingByResponder, .closingByResponder: .closingByInitiator,
    ]

    private static func anySegment(_ generator: inout SplitMix) -> (TCPHeader, Int, FlowDirection) {
        let numbers: [UInt32] = [
            0, 1, 100, 0x7fff_ffff, 0x8000_0000, .max, UInt32.random(in: 0...(.max), using: &generator),
        ]
        let header = TCPHeader(
            flags: TCPFlags(rawValue: UInt8.random(in: 0...63, using: &generator)),
            sequenceNumber: numbers.randomElement(using: &generator) ?? 0,
            acknowledgementNumber: numbers.randomElement(using: &generator) ?? 0,
            window: UInt16.random(in: 0...2, using: &generator))
        let length = [0, 0, 1, 1460, 65535, 1 << 20].randomElement(using: &generator) ?? 0
        return (header, length, Bool.random(using: &generator) ? .forward : .backward)
    }

    /// A segment such as connections have, now and then one that is late, early, repeated, or with other flags.
    private static func nearSegment(
        _ numbers: inout [UInt32], _ generator: inout SplitMix
    ) -> (TCPHeader, Int, FlowDirection) {
        let side = Int.random(in: 0...1, using: &generator)
        let length = Bool.random(using: &generator) ? 0 : Int.random(in: 1...1460, using: &generator)
        let isOdd = Int.random(in: 0..<8, using: &generator) == 0
        let shift = isOdd ? UInt32(bitPattern: Int32.random(in: -3000...3000, using: &generator)) : 0
        let flags: [TCPFlags] = [.ack, .ack, .ack, [.ack, .psh], [.ack, .fin], [.rst], [], [.syn, .ack]]
        let isRare = Int.random(in: 0..<40, using: &generator) == 0
        var header = TCPHeader(
            flags: isRare ? flags.randomElement(using: &generator) ?? .ack : .ack,
            sequenceNumber: numbers[side] &+ shift, acknowledgementNumber: numbers[1 - side])
        if isOdd { header.acknowledgementNumber &+= UInt32.random(in: 0...2000, using: &generator) &- 1000 }
        if isRare, Bool.random(using: &generator) { header.window = 0 }
        if !isOdd { numbers[side] &+= UInt32(length) }
        return (header, length, side == 0 ? .forward : .backward)
    }
}
