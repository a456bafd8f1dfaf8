import TestSupport
import Testing
import Traffic

@Suite("The activity of a flow")
struct ActivityTests {
    /// The times of packets with 10 bytes of payload, in milliseconds, those of the responder negative; and the bulks
    /// that are in them: how many, of how many packets, for how many milliseconds.
    static let runs: [(times: [Double], forward: [Int], backward: [Int])] = [
        ([1, 2, 3], [0, 0, 0], [0, 0, 0]),
        ([1, 2, 3, 4], [1, 4, 3], [0, 0, 0]),
        ([1, 2, 3, 4, 104], [1, 5, 103], [0, 0, 0]),
        ([1, 2, -3, 4, 5], [0, 0, 0], [0, 0, 0]),
        ([1, 1001, 2001, 3001], [1, 4, 3000], [0, 0, 0]),
        ([1, 2, 3, 1003.000001, 1004, 1005], [0, 0, 0], [0, 0, 0]),
        ([1, 2, 3, 4, 2000, 2001, 2002, 2003], [2, 8, 6], [0, 0, 0]),
        ([1, 2, 3, 4, -5, -6, -7, -8, -9, 10], [1, 4, 3], [1, 5, 4]),
    ]

    @Test("bulks are runs of four packets one way, a second apart at most", arguments: runs)
    func bulks(times: [Double], forward: [Int], backward: [Int]) throws {
        var talk = Talk()
        for time in times {
            if time > 0 { talk.ask(time, payload: 10) } else { talk.answer(-time, payload: 10) }
        }
        let activity = try #require(measured(talk))
        for (bulks, expected) in [(activity.forwardBulks, forward), (activity.backwardBulks, backward)] {
            #expect(bulks.count == expected[0])
            #expect(bulks.packets == expected[1])
            #expect(bulks.payloadBytes == expected[1] * 10)
            #expect(bulks.duration == .milliseconds(expected[2]))
        }
    }

    @Test("packets without payload do not end a bulk")
    func acknowledged() throws {
        var talk = Talk()
        for time in [1.0, 2, 3, 4] {
            talk.ask(time, payload: 10)
            talk.answer(time + 0.5)
        }
        #expect(try #require(measured(talk)).forwardBulks.count == 1)
    }

    @Test("subflows are parted by more than a second, pauses are longer than five")
    func pauses() throws {
        let activity = try #require(measured(.withPauses))
        #expect(activity.subflows == 3)
        #expect(activity.active == IntegerMoments([2_070_000_000, 10_000_000]))
        #expect(activity.idle == IntegerMoments([7_000_000_000]))
        #expect(activity.forwardDataPackets == 3)
        #expect(activity.backwardDataPackets == 4)
        #expect(activity.shortestForwardHeader == 20)
    }

    @Test("exactly one second parts no subflow, exactly five are no pause")
    func limits() throws {
        var talk = Talk()
        for time in [0.0, 1000, 6000] { talk.ask(time) }
        let activity = try #require(measured(talk))
        #expect(activity.subflows == 2)
        #expect(activity.idle.count == 0)
    }

    @Test("no times whatever make it trap, and its figures stay within the flow's")
    func disorder() {
        var generator = SplitMix(seed: 7)
        for _ in 0..<200 {
            var talk = Talk()
            for _ in 0..<12 {
                let payload = Int.random(in: 0...3, using: &generator)
                talk.ask(Double.random(in: -9e9...9e9, using: &generator), payload: payload)
                talk.answer(Double.random(in: 0...9000, using: &generator), payload: payload)
            }
            talk.packets[3].time = Timestamp(nanoseconds: .max)
            talk.packets[5].time = Timestamp(nanoseconds: .min)
            for flow in talk.packets.flows(Self.options) {
                guard let activity = flow.activity else { continue }
                #expect(activity.subflows <= flow.both.packets)
                #expect(activity.forwardBulks.packets <= activity.forwardDataPackets)
                #expect(activity.forwardDataPackets <= flow.forward.packets)
            }
        }
    }

    @Test("it is measured only where the options ask for it")
    func unasked() {
        #expect(Talk.withPauses.packets.flows().allSatisfy { $0.activity == nil })
    }

    private static let options: FlowOptions = {
        var options = FlowOptions()
        options.measuresActivity = true
        return options
    }()

    private func measured(_ talk: Talk) -> FlowActivity? {
        talk.packets.flows(Self.options).first?.activity
    }
}
