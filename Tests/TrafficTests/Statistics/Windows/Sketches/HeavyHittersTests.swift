import TestSupport
import Testing
import Traffic

@Suite("the most frequent values in bounded memory")
struct HeavyHittersTests {
    /// A stream in which small numbers are frequent.
    private func stream(_ generator: inout NumPyGenerator) -> [Int] {
        let most = generator.integer(in: 2..<500)
        return (0..<generator.integer(in: 1..<1500)).map { _ in
            let limit = generator.integer(in: 1..<most)
            return generator.integer(in: 0..<limit)
        }
    }

    private func check(_ hitters: HeavyHitters<Int>, _ exact: Counts<Int>, _ note: String) {
        for hitter in hitters.top(.max) {
            let count = exact[hitter.value]
            #expect(hitter.count >= count && hitter.count - hitter.error <= count, "\(note)")
        }
        for (value, count) in exact.byValue where count > hitters.bound {
            #expect(hitters[value] != nil, "\(note): \(value) was seen \(count) times")
        }
        #expect(hitters.total == exact.total && hitters.top(.max).count <= hitters.capacity)
    }

    @Test("bounds of counts hold on random streams")
    func bounds() throws {
        var generator = NumPyGenerator(seed: 8)
        for number in 0..<Soak.choose(1000, otherwise: 60) {
            let values = stream(&generator)
            var hitters = try HeavyHitters<Int>(capacity: generator.integer(in: 1..<80))
            for value in values { hitters.add(value) }
            check(hitters, Counts(values), "stream \(number)")
            #expect(hitters.bound <= values.count / hitters.capacity)
            #expect(hitters.top(.max).allSatisfy { $0.error <= hitters.bound })
        }
    }

    @Test("the best known come first, and those known alike in an order that the observations alone decide")
    func ties() throws {
        var (numbers, words) = (try HeavyHitters<Int>(capacity: 3), try HeavyHitters<String>(capacity: 3))
        for value in 0..<9 {
            numbers.add(value)
            words.add("value \(value)")
        }
        let top = numbers.top(.max)
        #expect(top.map(\.count) == [3, 3, 3] && top.map(\.error) == [2, 2, 2])
        #expect(Set(top.map(\.value)) == [6, 7, 8])
        #expect(words.top(.max).map(\.value) == top.map { "value \($0.value)" })
        var letters = try HeavyHitters<String>(capacity: 2)
        for letter in ["b", "a", "a", "c"] { letters.add(letter) }
        #expect(letters.top(2).map(\.value) == ["a", "c"] && letters.top(2).map(\.error) == [0, 1])
    }

    @Test("bounds of counts hold after merging, and when more comes")
    func merging() throws {
        var generator = NumPyGenerator(seed: 9)
        for number in 0..<Soak.choose(1000, otherwise: 60) {
            let capacity = generator.integer(in: 1..<60)
            var merged = try HeavyHitters<Int>(capacity: capacity)
            var exact = Counts<Int>()
            for part in 0..<3 {
                var hitters = try HeavyHitters<Int>(capacity: capacity + part)
                for value in stream(&generator) {
                    hitters.add(value)
                    exact.add(value)
                }
                try merged.merge(hitters)
                check(merged, exact, "stream \(number), part \(part)")
                for value in stream(&generator).prefix(100) {
                    merged.add(value)
                    exact.add(value)
                }
                check(merged, exact, "stream \(number), part \(part), and more")
            }
        }
    }

    @Test("with a place for every value counts are exact, equal ones in the order of their coming")
    func exact() throws {
        var hitters = try HeavyHitters<UInt16>(capacity: 4)
        for port in [80, 443, 22, 443, 80, 53, 443] as [UInt16] { hitters.add(port) }
        #expect(hitters.top(3).map(\.value) == [443, 80, 22] && hitters.top(3).map(\.count) == [3, 2, 1])
        #expect(hitters.bound == 1 && hitters[9] == nil && hitters[53]?.error == 0 && hitters.top(-1).isEmpty)
    }

    @Test("as many observations as a number takes are held there")
    func most() throws {
        var hitters = try HeavyHitters<Int>(capacity: 1)
        hitters.add(1, times: .max - 1)
        hitters.add(2, times: -7)
        hitters.add(2, times: .max)
        #expect(hitters.total == .max && hitters[2]?.count == .max && hitters[2]?.error == .max - 1)
        let other = hitters
        #expect(throws: StatisticsError.self) { try hitters.merge(other) }
        #expect(throws: StatisticsError.notPositive(argument: "capacity", value: "0")) {
            try HeavyHitters<Int>(capacity: 0)
        }
    }
}
