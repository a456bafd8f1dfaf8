import Foundation
import Testing
import Traffic

@Suite("divergence of a window from a baseline")
struct DivergenceTests {
    struct Case: Sendable {
        let window: [Int]
        let baseline: [Int]
        /// In bits, as `scipy.spatial.distance.jensenshannon(p, q, base=2)`.
        let distance: Double
        /// In bits, as `scipy.stats.entropy(p, q, base=2)`.
        let relative: Double
        /// In nats, as `scipy.stats.entropy(p, q + 0.5)`.
        let smoothed: Double
        /// In bits, as `-(p * numpy.log2(q)).sum()` over the shares.
        let cross: Double
    }

    /// SciPy 1's figures.
    static let cases = [
        Case(
            window: [1, 2, 3], baseline: [3, 2, 1], distance: 0.35470351519813204, relative: 0.5283208335737188,
            smoothed: 0.28654212974021787, cross: 1.9874687506009634),
        Case(
            window: [5, 0, 5], baseline: [1, 8, 1], distance: 0.7810163551494856, relative: 2.321928094887362,
            smoothed: 1.3437347467010947, cross: 3.321928094887362),
        Case(
            window: [1, 0], baseline: [0, 1], distance: 1, relative: .infinity, smoothed: 1.3862943611198906,
            cross: .infinity),
        Case(
            window: [10, 20, 30, 40], baseline: [40, 30, 20, 10], distance: 0.3918681606471551,
            relative: 0.6584962500721155, smoothed: 0.4447654846079812, cross: 2.504935594743131),
        Case(
            window: [1, 1, 1, 1, 1], baseline: [96, 1, 1, 1, 1], distance: 0.7066425921558684,
            relative: 3.0049355947431313, smoothed: 1.7821441979888433, cross: 5.326863689630494),
        Case(window: [7, 7], baseline: [7, 7], distance: 0, relative: 0, smoothed: 0, cross: 1),
        Case(
            window: [999, 1], baseline: [998, 2], distance: 0.011078666739174554, relative: 0.00044341759270263533,
            smoothed: 0.0005833347681002768, cross: 0.011851175330163772),
    ]

    static func counts(_ counts: [Int]) -> Counts<Int> {
        Counts(counts.indices.flatMap { repeatElement($0, count: counts[$0]) })
    }

    static func close(_ value: Double, _ expected: Double) -> Bool {
        value == expected || abs(value - expected) < 1e-13
    }

    @Test("samples of one source differ by chance as much as is said")
    func chance() throws {
        var generator = NumPyGenerator(seed: 4)
        let divergences = try (0..<400).map { _ in
            try Divergence(
                of: Counts(generator.integers(in: 0..<6, count: 600)),
                from: Counts(generator.integers(in: 0..<6, count: 900)))
        }
        #expect(divergences.allSatisfy { $0.windowTotal == 600 && $0.baselineTotal == 900 && $0.support == 6 })
        let byChance = 2.5 * (1.0 / 600 + 1.0 / 900)
        #expect(abs(divergences[0].kullbackLeiblerByChance(in: .nats) - byChance) < 1e-15)
        #expect(abs(divergences[0].jensenShannonDivergenceByChance() - byChance / 4 / log(2)) < 1e-15)
        // The means of 400 chi-square variables of 5 degrees of freedom, in units of a fifth of what is said.
        let error = 4 * (10.0 / 400).squareRoot() / 5
        let relative = divergences.reduce(0) { $0 + $1.kullbackLeibler(in: .nats) } / 400
        let mixed = divergences.reduce(0) { $0 + $1.jensenShannonDivergence(in: .nats) } / 400
        #expect(abs(relative / byChance - 1) < error && abs(4 * mixed / byChance - 1) < error)
    }

    @Test("two observations differ by chance by no more than a bit")
    func fewest() throws {
        let divergence = try Divergence(of: Counts([1]), from: Counts([2]))
        #expect(abs(divergence.kullbackLeiblerByChance(in: .nats) - 1) < 1e-15)
        #expect(abs(divergence.jensenShannonDivergenceByChance(in: .nats) - 0.25) < 1e-15)
        let many = try Divergence(of: Counts(1...40), from: Counts([1]))
        #expect(many.jensenShannonDivergenceByChance() == 1)
    }

    @Test("equals SciPy's figures", arguments: cases)
    func scipy(_ row: Case) throws {
        let divergence = try Divergence(of: Self.counts(row.window), from: Self.counts(row.baseline))
        #expect(Self.close(divergence.jensenShannonDistance(), row.distance))
        #expect(Self.close(divergence.kullbackLeibler(), row.relative))
        #expect(Self.close(try divergence.kullbackLeibler(pseudocount: 0.5, in: .nats), row.smoothed))
        #expect(Self.close(divergence.crossEntropy(), row.cross))
    }

    @Test("is not negative, zero for itself, and a distance where it is called one", arguments: 1...300)
    func laws(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let samples = (0..<3).map { _ in Self.counts(generator.integers(in: 0..<9, count: 12) + [1]) }
        let (a, b, c) = (samples[0], samples[1], samples[2])
        let there = try Divergence(of: a, from: b)
        #expect(there.kullbackLeibler() >= 0 && there.jensenShannonDivergence() <= 1)
        #expect(try there.kullbackLeibler(pseudocount: 1, alphabet: 100) >= 0)
        #expect(there.jensenShannonDivergence() == (try Divergence(of: b, from: a)).jensenShannonDivergence())
        #expect(try Divergence(of: a, from: a).jensenShannonDistance() == 0)
        #expect(try Divergence(of: a, from: a).kullbackLeibler() == 0)
        let detour =
            try Divergence(of: a, from: c).jensenShannonDistance()
            + Divergence(of: c, from: b).jensenShannonDistance()
        #expect(there.jensenShannonDistance() <= detour + 1e-12, "seed \(seed)")
        let excess = there.crossEntropy() - Entropy.bits(of: a)
        #expect(excess == there.kullbackLeibler() || abs(excess - there.kullbackLeibler()) < 1e-12, "seed \(seed)")
    }

    @Test("the order in which values were counted does not change the last digit")
    func order() throws {
        var generator = NumPyGenerator(seed: 4)
        let values = generator.integers(in: 0..<300, count: 2000)
        let usual = Counts(generator.integers(in: 0..<300, count: 5000).map { "port \($0)" })
        let first = try Divergence(of: Counts(values.map { "port \($0)" }), from: usual)
        let second = try Divergence(of: Counts(values.sorted().map { "port \($0)" }), from: usual)
        #expect(first.jensenShannonDivergence() == second.jensenShannonDivergence())
        #expect(try first.kullbackLeibler(pseudocount: 0.5) == second.kullbackLeibler(pseudocount: 0.5))
    }

    @Test("what has no distribution, and a pseudocount that is none, are named")
    func bad() throws {
        #expect(throws: StatisticsError.noValues(statistic: "divergence: window")) {
            try Divergence(of: Counts<Int>(), from: Counts([1]))
        }
        #expect(throws: StatisticsError.noValues(statistic: "divergence: baseline")) {
            try Divergence(of: Counts([1]), from: Counts<Int>())
        }
        let divergence = try Divergence(of: Counts([1]), from: Counts([2]))
        for pseudocount in [0, -1, .nan, Double.infinity] {
            #expect(throws: StatisticsError.self) { try divergence.kullbackLeibler(pseudocount: pseudocount) }
        }
        #expect(try divergence.kullbackLeibler(pseudocount: .leastNonzeroMagnitude).isFinite)
        #expect(throws: StatisticsError.alphabetTooSmall(alphabet: 1, seen: 2)) {
            try divergence.kullbackLeibler(pseudocount: 1, alphabet: 1)
        }
    }
}
