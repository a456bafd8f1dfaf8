import Foundation
import Testing
import Traffic

@Suite("entropy of values that fade")
struct DecayingEntropyTests {
    /// What the definition says: every observation weighed by its age.
    private func naive(_ events: [(value: Int, place: Double)], halfLife: Double) -> (bits: Double, weight: Double) {
        let latest = events.map(\.place).max() ?? 0
        var weights: [Int: Double] = [:]
        for event in events { weights[event.value, default: 0] += exp2((event.place - latest) / halfLife) }
        let ascending = weights.values.sorted().filter { $0 > 0 }
        let total = ascending.reduce(0, +)
        return (ascending.reduce(0) { $0 - $1 / total * log2($1 / total) }, total)
    }

    @Test("by time it is what the definition says, late events and long silences included", arguments: 1...40)
    func time(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let halfLife = generator.integer(in: 1..<2000)
        var decaying = try DecayingEntropy<Int>(halfLife: .time(.nanoseconds(halfLife)))
        var events: [(value: Int, place: Double)] = []
        var time = -5_000
        for _ in 0..<200 {
            time +=
                generator.integer(in: 0..<10) == 0
                ? generator.integer(in: -500..<20_000) : generator.integer(in: 0..<90)
            events.append((generator.integer(in: 0..<12), Double(time)))
            decaying.add(events[events.count - 1].value, at: Timestamp(nanoseconds: Int64(time)))
            let expected = naive(events, halfLife: Double(halfLife))
            #expect(abs(decaying.bits - expected.bits) < 1e-11, "seed \(seed)")
            let weight = decaying.weight(at: Timestamp(nanoseconds: Int64(time)))
            #expect(abs(weight / expected.weight - 1) < 1e-11, "seed \(seed)")
        }
    }

    @Test("by events it is what the definition says, whatever the times", arguments: [1, 3, 50, 100_000])
    func events(halfLife: Int) throws {
        var generator = NumPyGenerator(seed: 5)
        var decaying = try DecayingEntropy<Int>(halfLife: .events(halfLife))
        var events: [(value: Int, place: Double)] = []
        for place in 0..<500 {
            events.append((generator.integer(in: 0..<12), Double(place)))
            decaying.add(events[place].value, at: Timestamp(nanoseconds: generator.next() & 1 == 0 ? .max : .min))
        }
        let expected = naive(events, halfLife: Double(halfLife))
        #expect(abs(decaying.bits - expected.bits) < 1e-11 && decaying.lateEvents == 0)
        #expect(abs(decaying.weight(at: Timestamp(nanoseconds: 0)) / expected.weight - 1) < 1e-11)
    }

    @Test("after very many events of a long half-life nothing has drifted")
    func drift() throws {
        var generator = NumPyGenerator(seed: 6)
        var decaying = try DecayingEntropy<Int>(halfLife: .events(1000))
        var events: [(value: Int, place: Double)] = []
        for place in 0..<60_000 {
            let value = generator.integer(in: 0..<40) * generator.integer(in: 0..<2)
            decaying.add(value, at: Timestamp(nanoseconds: 0))
            events.append((value, Double(place)))
        }
        #expect(abs(decaying.bits - naive(events, halfLife: 1000).bits) < 1e-11)
    }

    @Test("half-lives without number pass, at once and one by one, and nothing overflows")
    func silence() throws {
        var decaying = try DecayingEntropy<Int>(halfLife: .time(.nanoseconds(1)))
        for value in 0..<100 { decaying.add(value, at: Timestamp(nanoseconds: .min)) }
        #expect(abs(decaying.bits - 6.643856189774724) < 1e-13 && decaying.support == 100)
        #expect(decaying.weight(at: Timestamp(nanoseconds: .max)) == 0)
        for time in [1_000_000_000, .max - 1, .max] as [Int64] { decaying.add(1, at: Timestamp(nanoseconds: time)) }
        #expect(decaying.bits == 0 && decaying.support == 1)
        #expect(abs(decaying.weight(at: Timestamp(nanoseconds: .max)) - 1.5) < 1e-15)
        for step in 0..<20_000 { decaying.add(step & 1, at: Timestamp(nanoseconds: .max)) }
        #expect(decaying.bits <= 1 && decaying.bits > 0.999_999)
    }

    @Test("what has faded is forgotten, so that memory does not grow")
    func memory() throws {
        var decaying = try DecayingEntropy<Int>(halfLife: .events(10))
        for value in 0..<20_000 { decaying.add(value, at: Timestamp(nanoseconds: 0)) }
        #expect(decaying.support < 1500)
        #expect(abs(decaying.share(of: 19_999) - (1 - exp2(-0.1))) < 1e-12 && decaying.share(of: 0) == 0)
    }

    @Test("an event from before the first has faded already, and is told")
    func late() throws {
        var decaying = try DecayingEntropy<Int>(halfLife: .time(.seconds(1)))
        decaying.add(1, at: Timestamp(seconds: 100, nanoseconds: 0))
        decaying.add(2, at: Timestamp(seconds: 98, nanoseconds: 0))
        decaying.add(3, at: Timestamp(nanoseconds: .min))
        #expect(abs(decaying.bits - 0.7219280948873623) < 1e-14 && decaying.lateEvents == 2)
    }

    @Test("a half-life that is not above zero is named")
    func invalid() throws {
        #expect(throws: StatisticsError.notPositive(argument: "half-life", value: "0 ns")) {
            try DecayingEntropy<Int>(halfLife: .time(.zero))
        }
        #expect(throws: StatisticsError.notPositive(argument: "half-life", value: "-3")) {
            try DecayingEntropy<Int>(halfLife: .events(-3))
        }
        #expect(try DecayingEntropy<Int>(halfLife: .events(.max)).bits == 0)
    }
}
