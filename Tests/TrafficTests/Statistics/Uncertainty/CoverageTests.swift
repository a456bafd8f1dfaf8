import Foundation
import TestSupport
import Testing
import Traffic

@Suite("how often intervals hold the truth")
struct CoverageTests {
    /// A source of values with its true entropy.
    struct Source: Sendable {
        let name: String
        let shares: [Double]

        var bits: Double { shares.reduce(0) { $0 - $1 * log2($1) } }

        static let six = Source(name: "six values", shares: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04])
        /// Shares like 1, 1/2 … 1/12, as those of ports and addresses.
        static let zipf = Source(
            name: "twelve values by Zipf's law", shares: (1...12).map { 1 / Double($0) / 3.1032106782106782 })
        static func equal(_ count: Int) -> Source {
            Source(name: "\(count) equal values", shares: Array(repeating: 1 / Double(count), count: count))
        }
    }

    /// The share of intervals that hold a truth, printed. Each is told a seed of its own, for the same draws from every
    /// sample would be off to the same side.
    private func coverage(
        _ name: String, level: Double = 0.95, runs: Int, of truth: Double,
        _ interval: (inout NumPyGenerator, Seed) throws -> ConfidenceInterval
    ) rethrows -> Double {
        var generator = NumPyGenerator(seed: 20)
        var holding = 0
        for run in 0..<runs where try interval(&generator, Seed(run)).contains(truth) { holding += 1 }
        let coverage = Double(holding) / Double(runs)
        print("coverage of nominal \(level * 100) % intervals, \(name), \(runs) samples: \(coverage)")
        return coverage
    }

    private func coverage(
        of source: Source, size: Int, level: Double = 0.95, runs: Int, by estimator: some EntropyEstimator,
        _ uncertainty: EntropyUncertainty
    ) throws -> Double {
        let name = "\(source.name), n = \(size), \(estimator.name), \(method(uncertainty))"
        return try coverage(name, level: level, runs: runs, of: source.bits) { generator, seed in
            let sample = Simulation.sample(source.shares, size: size, &generator)
            return try EntropyEstimate(of: sample, by: estimator, uncertainty: seeded(uncertainty, seed)).interval
        }
    }

    private func method(_ uncertainty: EntropyUncertainty) -> String {
        switch uncertainty {
        case .standard: "standard"
        case .analytic: "analytic"
        case .jackknife: "jackknife"
        case .bootstrap(let bootstrap): bootstrap.method.rawValue
        }
    }

    private func seeded(_ uncertainty: EntropyUncertainty, _ seed: Seed) -> EntropyUncertainty {
        guard case .bootstrap(var bootstrap) = uncertainty else { return uncertainty }
        bootstrap.seed = seed
        return .bootstrap(bootstrap)
    }

    private static func bootstrap(_ method: Bootstrap.Method) -> EntropyUncertainty {
        .bootstrap(Bootstrap(replicates: 400, method: method, seed: 0))
    }

    /// Four standard deviations of a share of so many runs.
    private func error(_ level: Double, _ runs: Int) -> Double { 4 * (level * (1 - level) / Double(runs)).squareRoot() }

    @Test(
        "analytic and jackknife intervals of well sampled sources",
        arguments: [(Source.six, 400), (.zipf, 1000)], [0.8, 0.95])
    func normal(source: (Source, Int), level: Double) throws {
        for uncertainty in [EntropyUncertainty.analytic(level: level), .jackknife(level: level)] {
            let share = try coverage(
                of: source.0, size: source.1, level: level, runs: 1_000, by: MillerMadow(), uncertainty)
            #expect(abs(share - level) < error(level, 1_000))
        }
    }

    /// The basic one, whose intervals lean to the wrong side, only for a large sample.
    @Test(
        "bootstrap intervals of well sampled sources",
        arguments: [
            (Source.six, 400, Bootstrap.Method.percentile), (.six, 400, .biasCorrectedAccelerated),
            (.six, 3200, .basic), (.zipf, 1600, .biasCorrectedAccelerated),
        ])
    func bootstrap(source: Source, size: Int, method: Bootstrap.Method) throws {
        let share = try coverage(
            of: source, size: size, runs: 1_000, by: MillerMadow(), Self.bootstrap(method))
        #expect(abs(share - 0.95) < error(0.95, 1_000))
    }

    @Test("bootstrap intervals of the mean of evenly spread numbers", arguments: Bootstrap.Method.allCases)
    func mean(method: Bootstrap.Method) throws {
        let share = try coverage("mean of 50 even numbers, \(method.rawValue)", runs: 1_000, of: 0.5) {
            generator, seed in
            try Bootstrap(replicates: 400, method: method, seed: seed).estimate(.mean, of: generator.random(count: 50))
                .interval
        }
        #expect(abs(share - 0.95) < error(0.95, 1_000))
    }

    @Test("bootstrap intervals of the median of skew numbers")
    func median() throws {
        let name = "median of 51 exponential numbers, percentile"
        let share = try coverage(name, level: 0.9, runs: 1_000, of: log(2)) { generator, seed in
            try Bootstrap(replicates: 400, level: 0.9, method: .percentile, seed: seed)
                .estimate(.median, of: (0..<51).map { _ in generator.exponential() }).interval
        }
        #expect(abs(share - 0.9) < error(0.9, 1_000))
    }

    @Test("with as many values as observations the bias is all, and no interval holds the truth")
    func undersampled() throws {
        #expect(try coverage(of: .equal(64), size: 64, runs: 100, by: PlugIn(), .analytic()) < 0.05)
        #expect(try coverage(of: .equal(64), size: 64, runs: 20, by: PlugIn(), Self.bootstrap(.percentile)) == 0)
    }

    static let all: [EntropyUncertainty] =
        [.analytic(), .jackknife()] + Bootstrap.Method.allCases.map { bootstrap($0) }

    /// Prints the figures that the documentation of ``EntropyUncertainty`` has.
    @Test("the table of all methods", .enabled(if: Soak.isOn, "takes minutes"), arguments: [50, 400, 3200])
    func table(size: Int) throws {
        for uncertainty in Self.all {
            let share = try coverage(of: .six, size: size, runs: 2_000, by: MillerMadow(), uncertainty)
            #expect(share < 0.95 + error(0.95, 2_000) && share > (size < 3200 ? 0.8 : 0.95 - error(0.95, 2_000)))
        }
    }

    /// The same of equal values.
    @Test("the table of equal values", .enabled(if: Soak.isOn, "takes minutes"), arguments: [64, 256, 1024, 4096])
    func equalTable(size: Int) throws {
        for uncertainty in Self.all {
            let share = try coverage(of: .equal(256), size: size, runs: 200, by: MillerMadow(), uncertainty)
            if size <= 256 { #expect(share < 0.1) }
        }
    }
}
