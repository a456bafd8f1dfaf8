import Foundation
import Testing

@testable import Traffic

/// The ends of intervals from given replicates, whose quantiles are those of Efron's formula.
@Suite("the intervals of a bootstrap")
struct BootstrapIntervalTests {
    struct Figures: Sendable {
        let value: Double
        let acceleration: Double
        let lower: Double
        let upper: Double
    }

    /// With replicates 1, 4, 9 … 2500 at a level of 0.9: scipy.stats.norm of SciPy 1.17.1 and numpy.quantile.
    static let figures: [Figures] = [
        Figures(value: 650.0, acceleration: 0.0, lower: 12.149999999999991, upper: 2261.2499999999995),
        Figures(value: 650.0, acceleration: 0.05, lower: 17.344620772427213, upper: 2324.2959290354056),
        Figures(value: 1000.0, acceleration: -0.03, lower: 60.3306316807537, upper: 2423.079987077157),
        Figures(value: 300.0, acceleration: 0.1, lower: 3.5072406189546967, upper: 1776.2781293336463),
        Figures(value: 2401.0, acceleration: 0.02, lower: 2417.0780124265134, upper: 2499.999966145072),
    ]

    private func interval(
        _ value: Double, _ replicates: [Double], _ method: Bootstrap.Method, level: Double, acceleration: Double
    ) throws -> ConfidenceInterval {
        let bootstrap = Bootstrap(replicates: replicates.count, level: level, method: method, seed: 0)
        return try BootstrapEstimate(value, replicates, bootstrap) { acceleration }.interval
    }

    @Test("BCa intervals agree with SciPy's normal distribution and NumPy's quantiles", arguments: figures)
    func corrected(row: Figures) throws {
        let replicates = (1...50).map { Double($0 * $0) }
        let interval = try interval(
            row.value, replicates, .biasCorrectedAccelerated, level: 0.9, acceleration: row.acceleration)
        #expect(abs(interval.lower - row.lower) < 1e-9 && abs(interval.upper - row.upper) < 1e-9, "\(interval)")
    }

    /// Φ by the error function, and back by halving.
    private static func cumulative(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }

    private static func normalQuantile(_ share: Double) -> Double {
        var (low, high) = (-40.0, 40.0)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            if cumulative(middle) < share { low = middle } else { high = middle }
        }
        return low
    }

    private static func quantile(_ share: Double, _ ascending: [Double]) -> Double {
        let place = share * Double(ascending.count - 1)
        let (below, above) = (ascending[Int(place)], ascending[min(Int(place) + 1, ascending.count - 1)])
        return below + (above - below) * (place - place.rounded(.down))
    }

    @Test("of a thousand random lists equal their definitions")
    func definition() throws {
        for seed in 0..<1000 {
            var generator = NumPyGenerator(seed: Seed(seed))
            let replicates = (0..<generator.integer(in: 20..<200)).map { _ in generator.exponential() }
            let ascending = replicates.sorted()
            let value = generator.exponential(scale: 0.8)
            let level = [0.5, 0.8, 0.9, 0.95, 0.99][seed % 5]
            let acceleration = min(max(generator.normal(standardDeviation: 0.08), -0.15), 0.15)
            let tail = (1 - level) / 2
            let z = Self.normalQuantile(tail)
            let finest = 0.5 / Double(replicates.count)
            let below = Double(replicates.count { $0 < value }) / Double(replicates.count)
            let shift = Self.normalQuantile(min(max(below, finest), 1 - finest))
            let ends = [z, -z].map { point in
                let corrected = Self.cumulative(shift + (shift + point) / (1 - acceleration * (shift + point)))
                return Self.quantile(corrected, ascending)
            }
            let plain = [tail, 1 - tail].map { Self.quantile($0, ascending) }
            let expected: [(Bootstrap.Method, [Double])] = [
                (.percentile, plain), (.basic, plain.map { 2 * value - $0 }.reversed()),
                (.biasCorrectedAccelerated, ends.sorted()),
            ]
            for (method, expected) in expected {
                let found = try interval(value, replicates, method, level: level, acceleration: acceleration)
                let distance = max(abs(found.lower - expected[0]), abs(found.upper - expected[1]))
                if distance > 1e-10 { Issue.record("\(method) is \(found), not \(expected), seed \(seed)") }
            }
        }
    }
}
