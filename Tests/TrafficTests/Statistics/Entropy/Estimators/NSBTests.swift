import Foundation
import Testing
import Traffic

@Suite("the NSB estimator")
struct NSBTests {
    struct Case: Sendable {
        let alphabet: Int
        let counts: [Int]
        let mean: Double
        let deviation: Double
    }

    /// Integrated with mpmath at 100 digits: the sum over equidistant points of ln β, doubled until 14 digits stood.
    static let cases = [
        Case(alphabet: 11, counts: EstimatorVectorTests.counts, mean: 2.1877744630921, deviation: 0.140892537695),
        Case(alphabet: 2, counts: [1], mean: 0.346573590279973, deviation: 0.279405638084),
        Case(alphabet: 2, counts: [1_000_000], mean: 8.66164188744062e-7, deviation: 3.50996215396e-6),
        Case(alphabet: 1 << 32, counts: [1], mean: 11.0903548889591, deviation: 6.40447176117),
        Case(alphabet: 1 << 32, counts: [1_000_000], mean: 9.95053329682437e-7, deviation: 3.80065363449e-6),
        Case(alphabet: 1000, counts: ones(50), mean: 6.63327394093576, deviation: 0.236161435539),
        Case(alphabet: 1 << 32, counts: ones(1000), mean: 18.1239362802413, deviation: 2.4330342604),
        Case(
            alphabet: 256, counts: Array(repeating: 3906, count: 256), mean: 5.54517644441826,
            deviation: 1.00005998699e-6),
        Case(alphabet: 2, counts: [500_000, 500_000], mean: 0.693146681163293, deviation: 7.06465918968e-7),
        Case(
            alphabet: 65_536, counts: (1...20_000).map { 20_000 / $0 }, mean: 6.98597154650149,
            deviation: 0.00682210242203),
        Case(
            alphabet: 1000, counts: Array(repeating: 5, count: 50) + ones(300) + [77, 77, 77], mean: 5.42764579628572,
            deviation: 0.0669660227513),
    ]

    static func ones(_ count: Int) -> [Int] { Array(repeating: 1, count: count) }

    @Test("equals integration by a hundred digits", arguments: cases)
    func integrals(_ row: Case) throws {
        let posterior = try NSB(alphabet: row.alphabet).posterior(of: CountSpectrum(counts: row.counts), in: .nats)
        #expect(abs(posterior.mean - row.mean) < 1e-9)
        #expect(abs(posterior.standardDeviation - row.deviation) < 1e-8)
        #expect(abs(posterior.standardDeviation / row.deviation - 1) < 1e-3)
    }

    @Test("before anything is seen the entropy is uniform", arguments: [2, 256, 65_536, 1 << 32])
    func prior(alphabet: Int) throws {
        let posterior = try NSB(alphabet: alphabet).posterior(of: CountSpectrum(counts: []), in: .nats)
        #expect(abs(posterior.mean - log(Double(alphabet)) / 2) < 1e-12)
        #expect(posterior.standardDeviation > log(Double(alphabet)) / 12.0.squareRoot() - 1e-9)
    }

    @Test("is less uncertain the more is seen")
    func narrowing() throws {
        let deviations = try [1, 10, 100, 1000].map { factor in
            try NSB(alphabet: 8).posterior(of: CountSpectrum(counts: [4 * factor, 3 * factor, factor]))
                .standardDeviation
        }
        #expect(zip(deviations, deviations.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("the posterior is in any unit")
    func units() throws {
        let spectrum = CountSpectrum(counts: EstimatorVectorTests.counts)
        let estimator = try NSB(alphabet: 11)
        let nats = try estimator.posterior(of: spectrum, in: .nats)
        for unit in [EntropyUnit.bits, .hartleys, try EntropyUnit(base: 7)] {
            let posterior = try estimator.posterior(of: spectrum, in: unit)
            #expect(posterior.unit == unit && abs(posterior.mean * log(unit.base) - nats.mean) < 1e-12)
            #expect(abs(posterior.standardDeviation * log(unit.base) - nats.standardDeviation) < 1e-12)
        }
        #expect(try estimator.posterior(of: spectrum) == estimator.posterior(of: spectrum, in: .bits))
    }

    @Test("an estimate's error is the deviation of the posterior, unless another is asked for")
    func error() throws {
        let row = Self.cases[0]
        let (spectrum, estimator) = (CountSpectrum(counts: row.counts), try NSB(alphabet: row.alphabet))
        let estimate = try EntropyEstimate(of: spectrum, by: estimator, in: .nats)
        #expect(estimate.method == .posterior && abs(estimate.value - row.mean) < 1e-9)
        #expect(abs(estimate.standardError - row.deviation) < 1e-8)
        #expect(abs(estimate.interval.upper - row.mean - 1.959963984540054 * row.deviation) < 1e-7)
        let other = try EntropyEstimate(of: spectrum, by: estimator, uncertainty: .jackknife())
        #expect(other.method == .jackknife && other.standardError != estimate.standardError / log(2))
    }

    @Test("one value of one leaves nothing open")
    func certain() throws {
        let posterior = try NSB(alphabet: 1).posterior(of: CountSpectrum(counts: [3]))
        #expect(posterior.mean == 0 && posterior.standardDeviation == 0)
    }
}
