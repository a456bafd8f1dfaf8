import Foundation
import Testing

@testable import Traffic

@Suite("what the NSB estimator is sure of")
struct NSBCoverageTests {
    private static let alphabet = 16

    /// A source as the estimator expects it before anything is seen: β makes the expected entropy uniform, and the
    /// shares are from the symmetric Dirichlet distribution of β.
    private static func source(_ generator: inout NumPyGenerator) -> [Double] {
        let expected = generator.uniform(in: 0..<log(Double(alphabet)))
        var (low, high) = (-40.0, 40.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if entropy(concentration: exp(middle)) < expected { low = middle } else { high = middle }
        }
        let logarithms = (0..<alphabet).map { _ in gammaLogarithm(shape: exp(low), &generator) }
        let weights = logarithms.map { exp($0 - (logarithms.max() ?? 0)) }
        return weights.map { $0 / weights.reduce(0, +) }
    }

    /// The entropy in nats that a symmetric Dirichlet distribution leads to expect.
    private static func entropy(concentration: Double) -> Double {
        SpecialFunctions.digamma(Double(alphabet) * concentration + 1) - SpecialFunctions.digamma(concentration + 1)
    }

    /// The logarithm of a draw of a gamma distribution, after Marsaglia and Tsang (2000) for a shape one larger.
    private static func gammaLogarithm(shape: Double, _ generator: inout NumPyGenerator) -> Double {
        let d = shape + 2.0 / 3
        while true {
            let x = generator.normal()
            let v = 1 + x / (9 * d).squareRoot()
            guard v > 0, log(1 - generator.random()) < x * x / 2 + d * (1 - v * v * v + 3 * log(v)) else { continue }
            return log(d) + 3 * log(v) + log(1 - generator.random()) / shape
        }
    }

    private static func sample(_ source: [Double], _ generator: inout NumPyGenerator) -> [Int] {
        (0..<60).map { _ in
            var left = generator.random()
            return source.firstIndex { share in
                left -= share
                return left < 0
            } ?? alphabet - 1
        }
    }

    @Test("intervals hold the entropies of sources from its own prior as often as they say")
    func coverage() throws {
        var generator = NumPyGenerator(seed: 12)
        let trials = 200
        let held = try (0..<trials).count { _ in
            let source = Self.source(&generator)
            let truth = source.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
            return try EntropyEstimate(
                of: Counts(Self.sample(source, &generator)), by: NSB(alphabet: Self.alphabet), in: .nats,
                uncertainty: .standard(level: 0.9)
            ).interval.contains(truth)
        }
        // A posterior is right on average over its prior; the normal distribution is only nearly so.
        let error = (0.9 * 0.1 / Double(trials)).squareRoot()
        #expect(abs(Double(held) / Double(trials) - 0.9) < 3 * error, "\(held) of \(trials)")
    }
}
