import Foundation
import Testing
import Traffic

@Suite("entropy estimators at the edges")
struct EstimatorEdgeTests {
    static let samples: [[Int]] = [
        [], [0, 0], [-5], [1], [7], [1, 1], [1, 1, 1, 1, 1], [.max], [.max, .max, 1], [.max, .max, .max, .max],
        [1_000_000], Array(repeating: 1, count: 2000), Array(1...300), [999_999, 1], [.min, 3],
    ]

    @Test("every sample has a finite estimate", arguments: NamedEstimator.allCases, samples)
    func finite(name: NamedEstimator, counts: [Int]) throws {
        for alphabet in [2000, 1 << 32] {
            let nats = try name.estimator(alphabet: alphabet).value(of: counts, in: .nats)
            #expect(nats.isFinite && nats >= -0.04 && nats < log(0x1p32) + 1e-9, "alphabet \(alphabet)")
        }
    }

    @Test("nothing seen is zero, or what the prior expects", arguments: NamedEstimator.allCases)
    func empty(name: NamedEstimator) throws {
        let most = log(256.0)
        let expected: Double =
            switch name {
            case .nsb: most / 2
            case .shrinkage, .laplace, .jeffreys, .schurmannGrassberger: most
            default: 0
            }
        #expect(abs(try name.estimator(alphabet: 256).value(of: [], in: .nats) - expected) < 1e-12)
    }

    @Test("an alphabet of one value leaves nothing open", arguments: NamedEstimator.allCases.filter(\.needsAlphabet))
    func oneValue(name: NamedEstimator) throws {
        for counts in [[], [1], [9]] {
            #expect(try name.estimator(alphabet: 1).value(of: counts) == 0)
        }
    }

    @Test("many observations of equal shares come near to the truth", arguments: NamedEstimator.allCases)
    func consistent(name: NamedEstimator) throws {
        let counts = [Int](repeating: 4_000_000, count: 16)
        #expect(abs(try name.estimator(alphabet: 16).value(of: counts) - 4) < 1e-6)
    }

    @Test("the order of counts does not change the last digit", arguments: NamedEstimator.allCases, 1...5)
    func order(name: NamedEstimator, seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 0..<5000, count: 100)
        let estimator = try name.estimator(alphabet: 1000)
        let expected = try estimator.value(of: counts)
        for _ in 0..<2 {
            #expect(try estimator.value(of: generator.permutation(of: counts)) == expected, "seed \(seed)")
        }
    }

    @Test("a pseudocount that is none is named", arguments: [-1, Double.nan, .infinity])
    func pseudocount(amount: Double) {
        let error = #expect(throws: StatisticsError.self) { try Dirichlet(.pseudocount(amount), alphabet: 2) }
        #expect(error?.description == "pseudocount is \(amount): give one from zero to 1e100")
    }

    @Test("without imagined observations the estimate is the plug-in one")
    func noPseudocount() throws {
        let counts = [4, 2, 3, 1]
        let dirichlet = try Dirichlet(.pseudocount(0), alphabet: 9).value(of: counts)
        #expect(abs(dirichlet - Entropy.bits(of: counts)) < 1e-12)
        for amount in [Double.leastNonzeroMagnitude, 1e100] {
            #expect(try Dirichlet(.pseudocount(amount), alphabet: .max).value(of: counts).isFinite)
        }
    }
}
