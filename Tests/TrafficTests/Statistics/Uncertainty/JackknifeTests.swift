import Foundation
import Testing
import Traffic

@Suite("the jackknife and analytic variances")
struct JackknifeTests {
    @Test("the jackknife of a mean is the textbook's standard error, by either way", arguments: 1...1000)
    func mean(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let sample = (0..<generator.integer(in: 2..<40)).map { _ in generator.normal() }
        let own = SampleStatistic("own mean") { $0.reduce(0, +) / Double($0.count) }
        let textbook = try Summary(of: sample).standardDeviation / Double(sample.count).squareRoot()
        for statistic in [SampleStatistic.mean, own] {
            let jackknife = try JackknifeEstimate(statistic, of: sample)
            #expect(abs(jackknife.standardError - textbook) < 1e-12 && abs(jackknife.bias) < 1e-12)
        }
    }

    @Test("numbers far from zero lose no digits of their error", arguments: [0, 1e9, 1.7e15])
    func offset(_ offset: Double) throws {
        var generator = NumPyGenerator(seed: 1)
        let sample = (0..<100_000).map { _ in offset + Double(generator.integer(in: 0..<1_000)) }
        let deviation = try Summary(of: sample.map { $0 - offset }).standardDeviation
        let mean = try JackknifeEstimate(.mean, of: sample)
        #expect(abs(mean.standardError / (deviation / 100_000.0.squareRoot()) - 1) < 1e-6, "\(mean.standardError)")
    }

    @Test("the jackknife of a standard deviation equals that of one computed anew each time", arguments: 2...20)
    func standardDeviation(count: Int) throws {
        var generator = NumPyGenerator(seed: Seed(count))
        let sample = (0..<count).map { _ in 1e6 + generator.normal() }
        let own = SampleStatistic("own deviation") { (try? Summary(of: $0).standardDeviation) ?? .nan }
        let (fast, slow) = (
            try JackknifeEstimate(.standardDeviation, of: sample), try JackknifeEstimate(own, of: sample)
        )
        #expect(abs(fast.standardError - slow.standardError) < 1e-8 && abs(fast.bias - slow.bias) < 1e-8)
    }

    @Test("the jackknife of an entropy equals leaving out one observation after the other", arguments: 1...1000)
    func naive(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 1..<9, count: generator.integer(in: 2..<12))
        let total = counts.reduce(0, +)
        let whole = Entropy.value(of: counts, in: .nats)
        let parts = counts.indices.flatMap { index -> [Double] in
            var fewer = counts
            fewer[index] -= 1
            return Array(repeating: Entropy.value(of: fewer, in: .nats), count: counts[index])
        }
        let mean = parts.reduce(0, +) / Double(total)
        let squares = parts.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let jackknife = try JackknifeEstimate(PlugIn(), of: CountSpectrum(counts: counts), in: .nats)
        #expect(abs(jackknife.bias - Double(total - 1) * (mean - whole)) < 1e-11)
        #expect(abs(jackknife.standardError - (squares * Double(total - 1) / Double(total)).squareRoot()) < 1e-12)
        #expect(jackknife.corrected == jackknife.value - jackknife.bias)
    }

    @Test("the reference vector has the published jackknife estimate")
    func reference() throws {
        let spectrum = CountSpectrum(counts: [4, 2, 3, 2, 4, 2, 1, 1])
        #expect(abs(try JackknifeEstimate(PlugIn(), of: spectrum, in: .nats).corrected - 2.231274) < 5e-7)
    }

    /// How many times too large the formula is beside the variance of 1,000 simulated estimates, which itself is off by
    /// √(2/1000) of it, and for skew ones by some more.
    private func ratio(_ shares: [Double]) -> Double {
        var generator = NumPyGenerator(seed: 12)
        var (estimates, variances) = (Moments(), Moments())
        for _ in 0..<1_000 {
            let spectrum = Simulation.sample(shares, size: 300, &generator)
            estimates.add(PlugIn().nats(of: spectrum))
            variances.add(PlugIn().variance(of: spectrum))
        }
        return variances.mean / estimates.sampleVariance
    }

    @Test("the analytic variance is that of simulated samples, or errs to the safe side where all are equally likely")
    func variance() {
        #expect(abs(ratio([0.5, 0.3, 0.15, 0.05]) - 1) < 0.25)
        let equal = ratio([0.25, 0.25, 0.25, 0.25])
        #expect(equal > 1 && equal < 2.6, "\(equal)")
        #expect(PlugIn().variance(of: CountSpectrum(counts: [9, 9])) == 1.0 / 648)
    }

    /// Basharin's (Σ p ln² p − H²) / n, and what is left of the variance where that vanishes.
    @Test("the analytic variance equals its definition", arguments: 1...1000)
    func varianceDefinition(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let most = [2, 3, 20, 5000][seed % 4]
        let counts = generator.integers(in: 1..<most, count: generator.integer(in: 2..<80))
        let n = Double(counts.reduce(0, +))
        let shares = counts.map { Double($0) / n }
        let entropy = shares.reduce(0) { $0 - $1 * log($1) }
        let basharin = (shares.reduce(0) { $0 + $1 * log($1) * log($1) } - entropy * entropy) / n
        let expected = max(basharin, Double(counts.count - 1) / (2 * n * n))
        let spectrum = CountSpectrum(counts: counts)
        #expect(abs(PlugIn().variance(of: spectrum) - expected) < 1e-13, "seed \(seed)")
        #expect(PlugIn().variance(of: spectrum) == MillerMadow().variance(of: spectrum))
    }

    @Test("one value has no variance, and one observation no jackknife")
    func edges() {
        #expect(
            PlugIn().variance(of: CountSpectrum(counts: [])) == 0
                && MillerMadow().variance(of: CountSpectrum(counts: [5])) == 0)
        #expect(throws: StatisticsError.tooFew(statistic: "jackknife", have: 1, need: 2)) {
            try JackknifeEstimate(PlugIn(), of: CountSpectrum(counts: [1]))
        }
        #expect(throws: StatisticsError.tooFew(statistic: "jackknife", have: 1, need: 2)) {
            try JackknifeEstimate(.mean, of: [1])
        }
        #expect(throws: StatisticsError.self) { try JackknifeEstimate(.mean, of: [1e308, 1e308, 1e308]) }
    }
}
