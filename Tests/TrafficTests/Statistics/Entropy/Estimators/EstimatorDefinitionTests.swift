import Foundation
import Testing
import Traffic

/// Each estimator against its definition, written out the long way, on a thousand random samples.
@Suite("entropy estimators equal their definitions")
struct EstimatorDefinitionTests {
    static let alphabet = 60
    typealias Definition = @Sendable ([Int]) -> Double

    static let definitions: [(NamedEstimator, Definition)] = [
        (.plugIn, plugIn), (.millerMadow, { plugIn($0) + Double($0.count - 1) / Double(2 * size($0)) }),
        (.chaoShen, chaoShen), (.grassberger1988, grassberger1988), (.grassberger2003, grassberger2003),
        (.schurmannZhang, zhang), (.jackknife, jackknife), (.shrinkage, shrinkage),
        (.laplace, { dirichlet($0, 1) }), (.jeffreys, { dirichlet($0, 0.5) }),
        (.schurmannGrassberger, { dirichlet($0, 1 / Double(alphabet)) }),
        (.minimax, { dirichlet($0, Double(size($0)).squareRoot() / Double(alphabet)) }),
    ]

    @Test("on a thousand random samples", arguments: definitions)
    func definition(name: NamedEstimator, definition: Definition) throws {
        let estimator = try name.estimator(alphabet: Self.alphabet)
        for (seed, counts) in Self.samples.enumerated() {
            let nats = try estimator.value(of: counts, in: .nats)
            let expected = definition(counts)
            if abs(nats - expected) >= 1e-9 { Issue.record("\(nats) is not \(expected), seed \(seed)") }
        }
    }

    static let samples = (0..<1000).map(sample)

    /// Up to 60 counts above zero: small, mixed, or all one.
    static func sample(_ seed: Int) -> [Int] {
        var generator = NumPyGenerator(seed: Seed(seed))
        let most = [2, 4, 12, 60][seed % 4]
        return generator.integers(in: 1..<most, count: generator.integer(in: 1..<alphabet + 1))
    }

    static func size(_ counts: [Int]) -> Int { counts.reduce(0, +) }

    static func entropy(ofShares shares: [Double]) -> Double {
        shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    }

    static func plugIn(_ counts: [Int]) -> Double {
        entropy(ofShares: counts.map { Double($0) / Double(max(size(counts), 1)) })
    }

    @Sendable static func chaoShen(_ counts: [Int]) -> Double {
        let n = Double(size(counts))
        let singletons = Double(counts.filter { $0 == 1 }.count)
        let coverage = 1 - (singletons == n ? n - 1 : singletons) / n
        return counts.reduce(0) { sum, count in
            let share = coverage * Double(count) / n
            return sum - share * log(share) / (1 - pow(1 - share, n))
        }
    }

    /// ψ of a whole number: Euler's constant and a harmonic number.
    static func digamma(_ n: Int) -> Double {
        (1..<n).reversed().reduce(-0.577215664901532861) { $0 + 1 / Double($1) }
    }

    @Sendable static func grassberger1988(_ counts: [Int]) -> Double {
        let n = Double(size(counts))
        return log(n) - counts.reduce(0) { $0 + Double($1) * digamma($1) } / n
    }

    /// Grassberger's recursion: G₁ = −γ − ln 2, G₂ = G₁ + 2, odd ones as the even ones before, then 2/(2k + 1) more.
    static func recursive(_ count: Int) -> Double {
        let first = -0.577215664901532861 - log(2)
        return count < 2 ? first : (0..<count / 2).reduce(first) { $0 + 2 / Double(2 * $1 + 1) }
    }

    @Sendable static func grassberger2003(_ counts: [Int]) -> Double {
        let n = Double(size(counts))
        return log(n) - counts.reduce(0) { $0 + Double($1) * recursive($1) } / n
    }

    /// Zhang's own form: Σ p Σᵥ (1/v) Πⱼ (1 − (c − 1)/(n − 1 − j)).
    @Sendable static func zhang(_ counts: [Int]) -> Double {
        let n = size(counts)
        return counts.reduce(0) { sum, count in
            var (product, inner) = (1.0, 0.0)
            for v in 0..<n - count {
                product *= 1 - Double(count - 1) / Double(n - 1 - v)
                inner += product / Double(v + 1)
            }
            return sum + Double(count) / Double(n) * inner
        }
    }

    @Sendable static func jackknife(_ counts: [Int]) -> Double {
        let n = Double(size(counts))
        let mean = counts.indices.reduce(0.0) { sum, index in
            var rest = counts
            rest[index] -= 1
            return sum + Double(counts[index]) / n * plugIn(rest)
        }
        return n * plugIn(counts) - (n - 1) * mean
    }

    @Sendable static func shrinkage(_ counts: [Int]) -> Double {
        let n = Double(size(counts))
        let target = 1 / Double(alphabet)
        let shares = (counts + [Int](repeating: 0, count: alphabet - counts.count)).map { Double($0) / n }
        let top = 1 - shares.reduce(0) { $0 + $1 * $1 }
        let bottom = (n - 1) * shares.reduce(0) { $0 + ($1 - target) * ($1 - target) }
        let intensity = n > 1 && bottom > 0 ? min(max(top / bottom, 0), 1) : 1
        return entropy(ofShares: shares.map { intensity * target + (1 - intensity) * $0 })
    }

    static func dirichlet(_ counts: [Int], _ amount: Double) -> Double {
        let all = (counts + [Int](repeating: 0, count: alphabet - counts.count)).map { Double($0) + amount }
        let total = all.reduce(0, +)
        return entropy(ofShares: all.map { $0 / total })
    }
}
