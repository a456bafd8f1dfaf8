import Foundation
import Testing

@testable import Traffic

/// Vectors of counts against the exact chances of every vector there is, by both ways of drawing them.
@Suite("counts that are resampled and dealt")
struct CountVectorTests {
    /// Sees a vector as a number that has its counts, the largest first, as digits.
    private struct Digits: EntropyEstimator {
        let name = "digits"

        func nats(of spectrum: CountSpectrum) -> Double {
            CountVectorTests.code(of: spectrum.descendingCounts)
        }
    }

    private static func code(of counts: [Int]) -> Double {
        counts.filter { $0 > 0 }.sorted(by: >).reduce(0) { $0 * 1024 + Double($1) }
    }

    private static func logFactorial(_ n: Int) -> Double { lgamma(Double(n) + 1) }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        logFactorial(n) - logFactorial(k) - logFactorial(n - k)
    }

    /// Every vector of so many counts with a sum, of which none passes its limit.
    static func vectors(sum: Int, limits: [Int]) -> [[Int]] {
        guard let limit = limits.first else { return sum == 0 ? [[]] : [] }
        return (0...min(sum, limit)).flatMap { count in
            vectors(sum: sum - count, limits: Array(limits.dropFirst())).map { [count] + $0 }
        }
    }

    /// The chance of a vector when a sample of these counts is drawn anew.
    private static func multinomial(_ drawn: [Int], of counts: [Int]) -> Double {
        let total = counts.reduce(0, +)
        return exp(
            zip(drawn, counts).reduce(logFactorial(total)) { sum, pair in
                sum - logFactorial(pair.0) + Double(pair.0) * log(Double(pair.1) / Double(total))
            })
    }

    /// The chance of a hand when so many of these counts are dealt.
    private static func hypergeometric(_ hand: [Int], of counts: [Int]) -> Double {
        let ways = zip(hand, counts).reduce(0) { $0 + logChoose($1.1, $1.0) }
        return exp(ways - logChoose(counts.reduce(0, +), hand.reduce(0, +)))
    }

    /// The chance of so bad a fit: Pearson's test, rare outcomes put together until ten of them are expected.
    private func fit(_ seen: [Double: Int], _ chances: [Double: Double], draws: Int) -> Double {
        var (statistic, cells) = (0.0, 0)
        var rest = (seen: 0.0, expected: 0.0)
        for (outcome, chance) in chances.sorted(by: { ($0.value, $0.key) < ($1.value, $1.key) }) {
            rest = (rest.seen + Double(seen[outcome, default: 0]), rest.expected + chance * Double(draws))
            guard rest.expected >= 10 else { continue }
            statistic += (rest.seen - rest.expected) * (rest.seen - rest.expected) / rest.expected
            (cells, rest) = (cells + 1, (0, 0))
        }
        return ChiSquare.upperTail(statistic, degreesOfFreedom: Double(cells - 1))
    }

    /// The estimator cannot tell one value from another, no more than any: vectors are told apart by their counts.
    @Test(
        "resampled counts are multinomial",
        arguments: [
            [3, 2, 1], [4, 4], [9, 1, 1, 1], [30, 20], [90, 10], [70, 50, 20], [60, 60, 60], [500, 12],
        ])
    func resampled(counts: [Int]) throws {
        let draws = 20_000
        let total = counts.reduce(0, +)
        var chances: [Double: Double] = [:]
        for vector in Self.vectors(sum: total, limits: counts.map { _ in total }) {
            chances[Self.code(of: vector), default: 0] += Self.multinomial(vector, of: counts)
        }
        let resampler = CountResampler(CountSpectrum(counts: counts))
        let scorer = CountScorer(Digits(), size: total)
        let replicates = try resampler.replicates(draws, scorer, PCG64(SeedSequence(45)))
        let seen = replicates.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        #expect(Set(seen.keys).isSubset(of: chances.keys))
        let chance = fit(seen, chances, draws: draws)
        #expect(chance > 1e-4, "chance \(chance)")
    }

    @Test(
        "dealt counts are hypergeometric",
        arguments: [
            ([3, 2, 2], 3), ([5, 5], 5), ([1, 1, 1, 1, 9], 6), ([40, 30], 20), ([200, 150], 12), ([200, 60, 6], 20),
            ([300, 200, 100], 500), ([2000, 2], 1500),
        ])
    func dealt(counts: [Int], size: Int) {
        let draws = 20_000
        var chances: [Double: Double] = [:]
        for hand in Self.vectors(sum: size, limits: counts) {
            chances[place(hand)] = Self.hypergeometric(hand, of: counts)
        }
        let dealer = CountDealer(counts, dealt: size)
        var bits = PCG64(SeedSequence(46))
        var (deck, hand) = (dealer.deck(), counts)
        var seen: [Double: Int] = [:]
        for _ in 0..<draws {
            dealer.deal(&deck, into: &hand, &bits)
            seen[place(hand), default: 0] += 1
        }
        #expect(Set(seen.keys).isSubset(of: chances.keys))
        let chance = fit(seen, chances, draws: draws)
        #expect(chance > 1e-4, "chance \(chance)")
    }

    /// A vector as a number with its counts as digits, in their order.
    private func place(_ counts: [Int]) -> Double { counts.reduce(0) { $0 * 4096 + Double($1) } }

    @Test("the cases above are drawn both one by one and count by count")
    func ways() {
        #expect(CountResampler(CountSpectrum(counts: [70, 50, 20])).effort == 3 * CountResampler.observationsPerValue)
        #expect(CountResampler(CountSpectrum(counts: [30, 20])).effort == 50)
        #expect(CountDealer([200, 60, 6], dealt: 20).effort == 3 * CountResampler.observationsPerValue)
        #expect(CountDealer([40, 30], dealt: 20).effort == 20)
    }
}
