import Foundation
import Testing

@testable import Traffic

@Suite("draws from binomial and hypergeometric distributions")
struct SamplerTests {
    private func logChoose(_ n: Double, _ k: Double) -> Double { lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1) }

    /// Whether draws fit the chances of 0, 1, 2 …: Pearson's statistic over values of which ten or more are expected.
    private func fits(_ draws: [Double], _ logMass: (Double) -> Double, upTo most: Int) -> Double {
        var seen = [Int](repeating: 0, count: most + 1)
        for draw in draws { seen[Int(draw)] += 1 }
        var (statistic, cells, restSeen, restExpected) = (0.0, 0.0, 0.0, 0.0)
        for value in 0...most {
            restSeen += Double(seen[value])
            restExpected += exp(logMass(Double(value))) * Double(draws.count)
            guard restExpected >= 10 else { continue }
            statistic += (restSeen - restExpected) * (restSeen - restExpected) / restExpected
            (cells, restSeen, restExpected) = (cells + 1, 0, 0)
        }
        return ChiSquare.upperTail(statistic, degreesOfFreedom: cells - 1)
    }

    @Test(
        "binomial draws fit",
        arguments: [(5.0, 0.3), (40, 0.1), (60, 0.9), (30, 0.5), (100, 0.1), (1000, 0.02), (2000, 0.7), (1e9, 2e-8)])
    func binomial(trials: Double, probability: Double) {
        var bits = PCG64(SeedSequence(40))
        let draws = (0..<20_000).map { _ in Binomial(trials: trials, probability: probability).draw(&bits) }
        let chance = fits(
            draws,
            { logChoose(trials, $0) + $0 * log(probability) + (trials - $0) * log1p(-probability) },
            upTo: Int(min(trials, 3000)))
        #expect(chance > 1e-4, "chance \(chance)")
    }

    @Test(
        "hypergeometric draws fit",
        arguments: [
            (3.0, 10.0, 4.0), (10, 50, 30), (40, 60, 50), (100, 1000, 50), (500, 1000, 500), (700, 1000, 900),
            (3000, 9000, 200),
        ])
    func hypergeometric(marked: Double, population: Double, drawn: Double) {
        var bits = PCG64(SeedSequence(41))
        let draws = (0..<20_000).map { _ in
            Hypergeometric(marked: marked, population: population, drawn: drawn).draw(&bits)
        }
        let lowest = max(0, drawn + marked - population)
        let chance = fits(
            draws,
            { count in
                guard count >= lowest, count <= min(marked, drawn) else { return -.infinity }
                return self.logChoose(marked, count) + self.logChoose(population - marked, drawn - count)
                    - self.logChoose(population, drawn)
            }, upTo: Int(min(marked, drawn)))
        #expect(chance > 1e-4, "chance \(chance)")
    }

    @Test("impossible, certain and huge draws stay in their bounds")
    func edges() {
        var bits = PCG64(SeedSequence(42))
        #expect(Binomial(trials: 0, probability: 0.5).draw(&bits) == 0)
        #expect(
            Binomial(trials: 9, probability: 0).draw(&bits) == 0 && Binomial(trials: 9, probability: 1).draw(&bits) == 9
        )
        #expect(Hypergeometric(marked: 7, population: 7, drawn: 3).draw(&bits) == 3)
        #expect(Hypergeometric(marked: 3, population: 7, drawn: 7).draw(&bits) == 3)
        #expect(Hypergeometric(marked: 0, population: 0, drawn: 0).draw(&bits) == 0)
    }

    /// The mean of 4,000 lies within four of its standard errors, and their spread within 4 / √8,000.
    @Test("as many draws as there may be have the mean and the spread of theory", arguments: [0.5, 0.01, 1e-9])
    func most(probability: Double) {
        var bits = PCG64(SeedSequence(44))
        let trials = Double(CountVectors.most)
        let binomial = Binomial(trials: trials, probability: probability)
        let hypergeometric = Hypergeometric(
            marked: (trials * probability).rounded(), population: trials, drawn: trials / 2)
        func check(_ mean: Double, _ variance: Double, _ draw: (inout PCG64) -> Double) {
            var moments = Moments()
            for _ in 0..<4_000 { moments.add((draw(&bits) - mean) / variance.squareRoot()) }
            #expect(abs(moments.mean) < 4 / 4_000.0.squareRoot(), "\(moments.mean)")
            #expect(
                abs(moments.sampleVariance.squareRoot() - 1) < 4 / 8_000.0.squareRoot(), "\(moments.sampleVariance)")
        }
        check(trials * probability, trials * probability * (1 - probability)) { binomial.draw(&$0) }
        let (marked, share) = ((trials * probability).rounded(), 0.5)
        check(marked * share, marked * share * (1 - share) * (trials - marked) / (trials - 1)) {
            hypergeometric.draw(&$0)
        }
    }

    @Test("dealt counts keep their sum and their mean, by either way", arguments: [1, 60])
    func vectors(times: Int) {
        let counts = [50, 20, 7, 1].map { $0 * times }
        let dealer = CountDealer(counts, dealt: 30 * times)
        var bits = PCG64(SeedSequence(44))
        var (deck, hand) = (dealer.deck(), counts)
        var sums = [Double](repeating: 0, count: 4)
        for _ in 0..<4_000 {
            dealer.deal(&deck, into: &hand, &bits)
            #expect(hand.reduce(0, +) == 30 * times && zip(hand, counts).allSatisfy { $0 >= 0 && $0 <= $1 })
            for value in 0..<4 { sums[value] += Double(hand[value]) }
        }
        for value in 0..<4 {
            let share = Double(counts[value]) / Double(78 * times)
            let mean = share * Double(30 * times)
            let deviation = (mean * (1 - share) * Double(48 * times) / Double(78 * times - 1)).squareRoot()
            #expect(abs(sums[value] / 4_000 - mean) < 5 * deviation / 4_000.0.squareRoot())
        }
    }
}
