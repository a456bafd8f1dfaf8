import Foundation
import Testing
import Traffic

/// NSB by its definition: the integral over ln β as a sum over a fine grid, with nothing grouped, cut or searched.
@Suite("the NSB estimator equals its definition")
struct NSBDefinitionTests {
    @Test("on a thousand random samples", arguments: 0..<4)
    func definition(part: Int) throws {
        for seed in stride(from: part, to: 1000, by: 4) {
            let (counts, alphabet) = Self.sample(seed)
            let posterior = try NSB(alphabet: alphabet).posterior(of: CountSpectrum(counts: counts), in: .nats)
            let expected = Self.posterior(counts, alphabet)
            #expect(abs(posterior.mean - expected.mean) < 1e-9, "seed \(seed)")
            let error = abs(posterior.standardDeviation - expected.deviation)
            #expect(error < 1e-8 * max(1, expected.deviation), "seed \(seed): off by \(error)")
            #expect(error < 1e-6 * expected.deviation, "seed \(seed): off by \(error) of \(expected.deviation)")
        }
    }

    /// Up to eight counts, from one observation to some thousand, of an alphabet of up to a million.
    private static func sample(_ seed: Int) -> (counts: [Int], alphabet: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let most = [2, 4, 30, 1000][seed % 4]
        let counts = generator.integers(in: 1..<most, count: generator.integer(in: 1..<9))
        let unseen = [0, 1, 20, 1_000_000][seed / 4 % 4]
        return (counts, max(counts.count + generator.integer(in: 0..<unseen + 1), 2))
    }

    /// One step of the sum, in ln β.
    private static let step = 0.125

    private static func posterior(_ counts: [Int], _ alphabet: Int) -> (mean: Double, deviation: Double) {
        let places = stride(
            from: -log(Double(alphabet)) - 32, through: log(Double(counts.reduce(0, +))) + 32, by: step)
        let grid = places.map { (beta: exp($0), weight: logWeight(exp($0), counts, alphabet)) }
        let peak = grid.reduce(-Double.infinity) { max($0, $1.weight) }
        var (weight, first, second) = (0.0, 0.0, 0.0)
        let terms = grid.filter { $0.weight > peak - 36 }.map { point in
            let moments = moments(point.beta, counts, alphabet)
            return (weight: exp(point.weight - peak), mean: moments.mean, variance: moments.variance)
        }
        for term in terms { (weight, first) = (weight + term.weight, first + term.weight * term.mean) }
        let mean = first / weight
        for term in terms { second += term.weight * (term.variance + (term.mean - mean) * (term.mean - mean)) }
        return (mean, (second / weight).squareRoot())
    }

    /// ln of Γ(Kβ) / Γ(n + Kβ) · Π Γ(c + β) / Γ(β) · β dξ/dβ.
    private static func logWeight(_ beta: Double, _ counts: [Int], _ alphabet: Int) -> Double {
        let whole = Double(alphabet) * beta
        let likelihood = counts.reduce(0) { $0 + rise(beta, $1) } - rise(whole, counts.reduce(0, +))
        return likelihood + log(max(whole * trigamma(whole + 1) - beta * trigamma(beta + 1), 0))
    }

    /// ln Γ(x + n) − ln Γ(x); for large x by Stirling's formula, where the two are nearly the same.
    private static func rise(_ x: Double, _ count: Int) -> Double {
        let n = Double(count)
        guard x > 1000 else { return lgamma(x + n) - lgamma(x) }
        func rest(_ x: Double) -> Double { 1 / (12 * x) - 1 / (360 * x * x * x) }
        return (x - 0.5) * log1p(n / x) + n * log(x + n) - n + rest(x + n) - rest(x)
    }

    /// The mean and the variance of the entropy under a Dirichlet distribution (Wolpert and Wolf 1995), each of the
    /// unseen values like any other.
    private static func moments(
        _ beta: Double, _ counts: [Int], _ alphabet: Int
    ) -> (mean: Double, variance: Double) {
        let total = Double(counts.reduce(0, +)) + Double(alphabet) * beta
        let values =
            counts.map { (amount: Double($0) + beta, times: 1.0) }
            + [(amount: beta, times: Double(alphabet - counts.count))]
        let mean = values.reduce(0) { sum, value in
            sum + value.times * value.amount / total * (digamma(total + 1) - digamma(value.amount + 1))
        }
        // Var H = Σ x (x + 1) / (t (t + 1)) J + Σ over pairs x y / (t (t + 1)) I − H², with both sums about the mean.
        var (same, line, squares) = (0.0, 0.0, 0.0)
        let end = digamma(total + 2)
        for value in values {
            let one = digamma(value.amount + 1) - end + mean
            let two = digamma(value.amount + 2) - end + mean
            same += value.times * value.amount * (value.amount + 1) * (two * two + trigamma(value.amount + 2))
            line += value.times * value.amount * one
            squares += value.times * value.amount * value.amount * one * one
        }
        return (mean, (same + line * line - squares) / (total * (total + 1)) - trigamma(total + 2))
    }

    /// By the recurrence to twenty, and Stirling's series from there.
    private static func digamma(_ x: Double) -> Double {
        if x < 20 { return digamma(x + 1) - 1 / x }
        let square = 1 / (x * x)
        return log(x) - 1 / (2 * x) - square * (1 / 12.0 - square * (1 / 120.0 - square * (1 / 252.0 - square / 240)))
    }

    private static func trigamma(_ x: Double) -> Double {
        if x < 20 { return trigamma(x + 1) + 1 / (x * x) }
        let square = 1 / (x * x)
        let series = 1 / 6.0 - square * (1 / 30.0 - square * (1 / 42.0 - square * (1 / 30.0 - square * 5 / 66)))
        return 1 / x + square / 2 + square / x * series
    }
}
