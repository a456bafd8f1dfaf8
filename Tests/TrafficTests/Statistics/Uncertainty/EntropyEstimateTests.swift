import Foundation
import Testing
import Traffic

@Suite("entropies with their error")
struct EntropyEstimateTests {
    static let spectrum = CountSpectrum(counts: [100, 60, 30, 10])

    @Test("carries what it is from, its bias and its error")
    func facts() throws {
        let estimate = try EntropyEstimate(of: Self.spectrum, in: .nats)
        #expect(estimate.estimator == "Miller–Madow" && estimate.sampleSize == 200 && estimate.support == 4)
        #expect(abs(estimate.millerBias + 3.0 / 400) < 1e-15 && abs(estimate.correction - 3.0 / 400) < 1e-12)
        #expect(abs(estimate.value - Entropy.value(of: [100, 60, 30, 10], in: .nats) - 3.0 / 400) < 1e-12)
        #expect(estimate.method == .analytic && estimate.interval.level == 0.95)
        let reach = 1.959963984540054 * estimate.standardError
        #expect(abs(estimate.interval.upper - estimate.value - reach) < 1e-12)
        #expect(try EntropyEstimate(of: Self.spectrum, by: PlugIn()).correction == 0)
    }

    @Test("counted values are as good as their spectrum")
    func countedValues() throws {
        let ports = Counts([80, 80, 443, 22, 80, 443, 53].flatMap { repeatElement($0, count: 10) })
        let spectrum = CountSpectrum(counts: [30, 20, 10, 10])
        let (nats, bootstrap) = (EntropyUnit.nats, Bootstrap(replicates: 100, seed: 1))
        #expect(
            try EntropyEstimate(of: ports, by: ChaoShen(), in: nats, uncertainty: .jackknife(level: 0.9))
                == EntropyEstimate(of: spectrum, by: ChaoShen(), in: nats, uncertainty: .jackknife(level: 0.9)))
        #expect(try EntropyReading(of: ports, in: nats) == EntropyReading(of: spectrum, in: nats))
        #expect(try EntropyReading(of: ports, requiring: .none).estimate == EntropyEstimate(of: spectrum))
        #expect(
            try bootstrap.estimate(PlugIn(), of: ports, in: nats)
                == bootstrap.estimate(PlugIn(), of: spectrum, in: nats))
        #expect(
            try JackknifeEstimate(PlugIn(), of: ports, in: nats)
                == JackknifeEstimate(PlugIn(), of: spectrum, in: nats))
    }

    @Test("is the same in another unit")
    func units() throws {
        let nats = try EntropyEstimate(of: Self.spectrum, in: .nats)
        for unit in [EntropyUnit.bits, .hartleys, try EntropyUnit(base: 7)] {
            let other = try EntropyEstimate(of: Self.spectrum, in: unit)
            for (one, two) in [
                (nats.value, other.value), (nats.standardError, other.standardError),
                (nats.interval.lower, other.interval.lower), (nats.millerBias, other.millerBias),
            ] {
                #expect(abs(one / log(unit.base) - two) < 1e-12)
            }
        }
    }

    @Test("reads as a line of a table")
    func description() throws {
        #expect(try EntropyEstimate(of: Self.spectrum).description == "1.66 ± 0.06 bits (n = 200)")
        #expect(try EntropyEstimate(of: CountSpectrum(counts: [7])).description == "0.000 ± 0.000 bits (n = 7)")
        let many = CountSpectrum(counts: [100, 60, 30, 10].map { $0 * 10_000 })
        #expect(
            try EntropyEstimate(of: many, in: .nats).description
                == "1.1400 ± 0.0004 nats (n = 2000000)".replacing(
                    "1.1400", with: String(format: "%.4f", Entropy.value(of: [10, 6, 3, 1], in: .nats))))
    }

    @Test("every way to find the error agrees where the sample is large")
    func ways() throws {
        let ways: [EntropyUncertainty] = [
            .standard(), .analytic(), .jackknife(), .bootstrap(Bootstrap(replicates: 2_000, seed: 1)),
        ]
        let errors = try ways.map { try EntropyEstimate(of: Self.spectrum, uncertainty: $0).standardError }
        #expect(errors.allSatisfy { abs($0 / errors[0] - 1) < 0.1 }, "\(errors)")
    }

    @Test("an estimator without a formula has the jackknife, and says so when a formula is asked for")
    func noFormula() throws {
        struct Other: EntropyEstimator {
            let name = "other"
            func nats(of spectrum: CountSpectrum) -> Double { PlugIn().nats(of: spectrum) }
        }
        #expect(try EntropyEstimate(of: Self.spectrum, by: Other()).method == .jackknife)
        let error = #expect(throws: StatisticsError.self) {
            try EntropyEstimate(of: Self.spectrum, by: Other(), uncertainty: .analytic())
        }
        #expect(error?.description == "other: no formula for its variance is known: use the jackknife or the bootstrap")
    }

    @Test("too few observations are a value, not an error")
    func guarded() throws {
        #expect(try EntropyReading(of: CountSpectrum(counts: [3, 4])) == .notEnoughData(have: 7, need: 30))
        #expect(try EntropyReading(of: CountSpectrum(counts: [])) == .notEnoughData(have: 0, need: 30))
        let singletons = CountSpectrum(counts: Array(repeating: 1, count: 101))
        #expect(try EntropyReading(of: singletons) == .notEnoughData(have: 101, need: 500))
        #expect(try EntropyReading(of: singletons).description == "not enough data (n = 101, needs 500)")
        #expect(try EntropyReading(of: singletons, requiring: .none).estimate?.sampleSize == 101)
        #expect(try EntropyReading(of: Self.spectrum).estimate == EntropyEstimate(of: Self.spectrum))
    }

    @Test("a rule of one's own is in one's own unit, and must be one")
    func rules() throws {
        let rule = try SampleSizeRule(leastObservations: 10, bias: 1, in: .bits)
        #expect(rule.need(forSupport: 1) == 10 && rule.need(forSupport: 1001) == 722)
        #expect(SampleSizeRule.none.need(forSupport: .max) == 1)
        #expect(try SampleSizeRule(leastObservations: -5, bias: .leastNonzeroMagnitude).need(forSupport: 9) == .max)
        for bias in [0, -1, Double.nan] {
            #expect(throws: StatisticsError.self) { try SampleSizeRule(leastObservations: 1, bias: bias) }
        }
    }

    @Test("levels that cannot be are named", arguments: [0, 1, -1, Double.nan, .infinity])
    func levels(level: Double) {
        for uncertainty in [EntropyUncertainty.standard(level: level), .jackknife(level: level)] {
            let error = #expect(throws: StatisticsError.self) {
                try EntropyEstimate(of: Self.spectrum, uncertainty: uncertainty)
            }
            #expect(error?.description.hasPrefix("confidence level is \(level)") == true)
        }
    }
}
