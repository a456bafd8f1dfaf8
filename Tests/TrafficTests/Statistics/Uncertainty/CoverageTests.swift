import Foundation
import Testing
import Traffic

@Suite("how often intervals hold the truth")
struct CoverageTests {
    static let shares = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]
    static let bits = shares.reduce(0) { $0 - $1 * log2($1) }

    /// The share of intervals from samples of 400 that hold the truth, printed.
    private func coverage(
        _ name: String, runs: Int, of shares: [Double] = shares, truth: Double = bits, size: Int = 400,
        _ interval: (CountSpectrum) throws -> ConfidenceInterval
    ) rethrows -> Double {
        var generator = NumPyGenerator(seed: 20)
        var holding = 0
        for _ in 0..<runs where try interval(Simulation.sample(shares, size: size, &generator)).contains(truth) {
            holding += 1
        }
        let coverage = Double(holding) / Double(runs)
        print("coverage of nominal 95 % intervals, \(name), n = \(size), \(runs) samples: \(coverage)")
        return coverage
    }

    /// Four standard deviations of a share of 0.95 of so many runs.
    private func error(_ runs: Int) -> Double { 4 * (0.95 * 0.05 / Double(runs)).squareRoot() }

    @Test("analytic and jackknife intervals of a well sampled source")
    func normal() throws {
        for uncertainty in [EntropyUncertainty.analytic(), .jackknife()] {
            let share = try coverage("Miller–Madow, \(uncertainty)", runs: 1_000) {
                try EntropyEstimate(of: $0, uncertainty: uncertainty).interval
            }
            #expect(abs(share - 0.95) < error(1_000))
        }
    }

    @Test(
        "bootstrap intervals of a well sampled source",
        arguments: [Bootstrap.Method.percentile, .biasCorrectedAccelerated])
    func bootstrap(method: Bootstrap.Method) throws {
        let share = try coverage("Miller–Madow, \(method.rawValue)", runs: 250) {
            try Bootstrap(replicates: 400, method: method, seed: 21).estimate(MillerMadow(), of: $0).interval
        }
        #expect(abs(share - 0.95) < error(250))
    }

    @Test("with as many values as observations the bias is all, and no interval holds the truth")
    func undersampled() throws {
        let uniform = [Double](repeating: 1 / 64, count: 64)
        let share = try coverage("plug-in, analytic, 64 equal values", runs: 100, of: uniform, truth: 6, size: 64) {
            try EntropyEstimate(of: $0, by: PlugIn()).interval
        }
        #expect(share < 0.05)
        let boot = try coverage("plug-in, percentile, 64 equal values", runs: 20, of: uniform, truth: 6, size: 64) {
            try Bootstrap(replicates: 200, method: .percentile, seed: 22).estimate(PlugIn(), of: $0).interval
        }
        #expect(boot == 0)
    }
}
