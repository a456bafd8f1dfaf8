import Testing
import Traffic

@Suite("the bootstrap")
struct BootstrapTests {
    static let sample = [
        0.3, 1.1, 0.7, 2.9, 0.2, 5.8, 1.6, 0.9, 0.4, 3.3, 0.6, 1.9, 12.4, 0.8, 2.2, 0.5, 1.3, 4.1, 0.1, 2.6,
    ]
    static let counts = CountSpectrum(counts: [40, 25, 15, 10, 6, 3, 1])

    struct Figures: Sendable {
        let method: Bootstrap.Method
        let lower: Double
        let upper: Double
    }

    // scipy.stats.bootstrap((x,), numpy.mean, n_resamples=400000, rng=7) of SciPy 1.17.1.
    static let means = [
        Figures(method: .percentile, lower: 1.175, upper: 3.56),
        Figures(method: .basic, lower: 0.81, upper: 3.195),
        Figures(method: .biasCorrectedAccelerated, lower: 1.355, upper: 4.15),
    ]
    // The same of numpy.std(ddof=1).
    static let deviations = [
        Figures(method: .percentile, lower: 0.98942, upper: 4.25786),
        Figures(method: .basic, lower: 1.39053, upper: 4.65897),
        Figures(method: .biasCorrectedAccelerated, lower: 1.33223, upper: 5.15078),
    ]
    // The same of the entropy in bits of the values counted, 200,000 times.
    static let entropies = [
        Figures(method: .percentile, lower: 1.96185, upper: 2.38963),
        Figures(method: .basic, lower: 2.07686, upper: 2.50465),
        Figures(method: .biasCorrectedAccelerated, lower: 2.06454, upper: 2.47243),
    ]

    /// An end of an interval is a quantile of 20,000 replicates, off by some 0.03 standard errors; where few replicates
    /// lie, as above the mean of a skewed sample, by more.
    private func agrees(_ interval: ConfidenceInterval, _ figures: Figures, _ standardError: Double) {
        #expect(abs(interval.lower - figures.lower) < 0.15 * standardError, "\(figures.method): \(interval)")
        #expect(abs(interval.upper - figures.upper) < 0.25 * standardError, "\(figures.method): \(interval)")
    }

    @Test("intervals of a mean agree with SciPy", arguments: means)
    func mean(figures: Figures) throws {
        let bootstrap = Bootstrap(replicates: 20_000, method: figures.method, seed: 3)
        let estimate = try bootstrap.estimate(.mean, of: Self.sample)
        agrees(estimate.interval, figures, 0.6168)
        #expect(abs(estimate.standardError - 0.6168) < 0.6168 * 0.03)
        #expect(abs(estimate.value - 2.185) < 1e-12 && abs(estimate.bias) < 0.02)
    }

    @Test("intervals of a standard deviation agree with SciPy", arguments: deviations)
    func deviation(figures: Figures) throws {
        let bootstrap = Bootstrap(replicates: 20_000, method: figures.method, seed: 4)
        let estimate = try bootstrap.estimate(.standardDeviation, of: Self.sample)
        agrees(estimate.interval, figures, 0.9642)
    }

    @Test("intervals of an entropy agree with SciPy", arguments: entropies)
    func entropy(figures: Figures) throws {
        let bootstrap = Bootstrap(replicates: 20_000, method: figures.method, seed: 5)
        let estimate = try bootstrap.estimate(PlugIn(), of: Self.counts)
        agrees(estimate.interval, figures, 0.10941)
        #expect(abs(estimate.value - 2.2332478804811804) < 1e-12)
    }

    @Test("an estimator that is no sum of terms gets the same replicates", arguments: [1, 40])
    func anyEstimator(times: Int) throws {
        struct Other: EntropyEstimator {
            let name = "other"
            func nats(of spectrum: CountSpectrum) -> Double { MillerMadow().nats(of: spectrum) }
        }
        let spectrum = CountSpectrum(counts: [40, 25, 15, 10, 6, 3, 1].map { $0 * times })
        let bootstrap = Bootstrap(replicates: 500, seed: 6)
        let (one, other) = (
            try bootstrap.estimate(MillerMadow(), of: spectrum), try bootstrap.estimate(Other(), of: spectrum)
        )
        #expect(zip(one.replicates, other.replicates).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs(one.interval.lower - other.interval.lower) < 1e-9)
    }

    @Test("any number of threads gives the same numbers", arguments: [2, 3, 16])
    func threads(count: Int) throws {
        let alone = Bootstrap(replicates: 6_001, seed: 7, threads: 1)
        let many = Bootstrap(replicates: 6_001, seed: 7, threads: count)
        #expect(try alone.estimate(.median, of: Self.sample) == many.estimate(.median, of: Self.sample))
        #expect(try alone.estimate(PlugIn(), of: Self.counts) == many.estimate(PlugIn(), of: Self.counts))
        let other = Bootstrap(replicates: 6_001, seed: 8)
        #expect(try other.estimate(.mean, of: Self.sample) != alone.estimate(.mean, of: Self.sample))
    }

    @Test("without spread there is a point", arguments: Bootstrap.Method.allCases)
    func degenerate(method: Bootstrap.Method) throws {
        let bootstrap = Bootstrap(replicates: 300, method: method, seed: 9)
        for sample in [[0.1], [Double](repeating: 0.1, count: 7), [Double](repeating: 1e9 / 3, count: 1003)] {
            let estimate = try bootstrap.estimate(.mean, of: sample)
            #expect(estimate.interval.lower == estimate.value && estimate.interval.upper == estimate.value)
            #expect(estimate.standardError == 0 && estimate.shareBelow == 0.5)
        }
        for counts in [[1], [9]] {
            let estimate = try bootstrap.estimate(PlugIn(), of: CountSpectrum(counts: counts))
            #expect(estimate.interval.width == 0 && estimate.value == 0)
        }
    }

    @Test("where all were seen once every replicate is poorer, and that is told")
    func oneSided() throws {
        let estimate = try Bootstrap(replicates: 300, seed: 10).estimate(
            PlugIn(), of: CountSpectrum(counts: Array(repeating: 1, count: 50)))
        #expect(estimate.shareBelow == 1 && estimate.bias < -0.3)
        #expect(estimate.interval.lower.isFinite && estimate.interval.upper.isFinite)
    }

    @Test("sizes of all kinds have replicates in the range of the sample", arguments: [1, 2, 3, 4, 5, 70_001])
    func sizes(count: Int) throws {
        let sample = (0..<count).map(Double.init)
        let estimate = try Bootstrap(replicates: 20, method: .percentile, seed: 11).estimate(.mean, of: sample)
        #expect(estimate.replicates.allSatisfy { $0 >= 0 && $0 <= Double(count - 1) })
        #expect(abs(estimate.bias) <= 5 * Double(count) / Double(12 * 20 * count).squareRoot())
    }

    @Test("what cannot be is named")
    func errors() {
        func message(_ bootstrap: Bootstrap, _ sample: [Double] = [1, 2]) -> String? {
            #expect(throws: StatisticsError.self) { try bootstrap.estimate(.mean, of: sample) }?.description
        }
        #expect(message(Bootstrap(replicates: 0, seed: 1)) == "replicates is 0: give one above zero")
        #expect(
            message(Bootstrap(replicates: .max, seed: 1))?.hasPrefix("replicates is \(Int.max): give at most") == true)
        #expect(message(Bootstrap(seed: 1, threads: -1)) == "threads is -1: give one above zero")
        #expect(message(Bootstrap(level: 1, seed: 1))?.hasPrefix("confidence level is 1.0: give one") == true)
        #expect(message(Bootstrap(level: .nan, seed: 1))?.hasPrefix("confidence level is nan") == true)
        #expect(message(Bootstrap(seed: 1), []) == "bootstrap: no values: give at least one")
        #expect(message(Bootstrap(seed: 1), [1, .nan])?.hasPrefix("bootstrap: value nan at index 1") == true)
        #expect(message(Bootstrap(seed: 1), [1e308, 1e308])?.hasPrefix("mean: value inf") == true)
        #expect(message(Bootstrap(seed: 1), [1e154, -1e154, 3e153])?.hasSuffix("numbers below 1e150") == true)
        #expect(throws: StatisticsError.self) {
            try Bootstrap(seed: 1).estimate(PlugIn(), of: CountSpectrum(counts: []))
        }
        #expect(throws: StatisticsError.self) {
            try Bootstrap(seed: 1).estimate(PlugIn(), of: CountSpectrum(counts: [.max, .max]))
        }
    }
}
