import Foundation
import Testing
import Traffic

@Suite("Rényi entropy and Hill numbers")
struct RenyiEntropyTests {
    static let orders: [Double] = [
        0, 1e-9, 0.3, 0.985, 0.999, 1, 1.001, 1.015, 2, 7.5, 40, 1e6, 1e17, 1e300, .infinity,
    ]

    static func sample(_ seed: Int) -> [Int] {
        var generator = NumPyGenerator(seed: Seed(seed))
        return generator.integers(in: 0..<40, count: generator.integer(in: 2..<60)) + [1, 5]
    }

    @Test("known samples have known entropies")
    func known() throws {
        #expect(abs(RenyiEntropy.collision.value(of: [2, 1, 1]) - log2(8.0 / 3)) < 1e-14)
        #expect(RenyiEntropy.hartley.value(of: [5, 1, 0, 1, 9]) == 2)
        #expect(RenyiEntropy.minEntropy.value(of: [8, 4, 4]) == 1)
        #expect(abs(try RenyiEntropy(order: 0.5).value(of: [2, 1, 1]) - 2 * log2(1 + 0.5.squareRoot())) < 1e-14)
        #expect(RenyiEntropy.shannon.value(of: [2, 1, 1]) == 1.5)
    }

    @Test("equal shares have the logarithm of their number at every order", arguments: orders)
    func uniform(order: Double) throws {
        #expect(abs(try RenyiEntropy(order: order).value(of: [3, 3, 3, 3, 3, 3, 3, 3]) - 3) < 1e-12)
        #expect(abs(try HillNumber(order: order).value(of: [3, 3, 3, 3, 3, 3, 3, 3]) - 8) < 1e-11)
    }

    @Test("nothing and one value have entropy zero at every order", arguments: orders)
    func certain(order: Double) throws {
        for counts in [[], [0, -1], [1], [Int.max]] {
            #expect(try RenyiEntropy(order: order).value(of: counts) == 0)
            #expect(try HillNumber(order: order).value(of: counts) == 1)
        }
    }

    @Test("falls as the order rises, from Hartley's to the min-entropy", arguments: 1...100)
    func monotone(seed: Int) throws {
        let counts = Self.sample(seed)
        let values = try Self.orders.map { try RenyiEntropy(order: $0).value(of: counts) }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 - 1e-12 }, "seed \(seed)")
    }

    @Test("equals the definition away from the limits", arguments: 1...1000)
    func definition(seed: Int) throws {
        let counts = Self.sample(seed)
        let total = Double(counts.reduce(0, +))
        for order in [0.1, 0.5, 0.9, 0.98, 1.02, 2, 3.7] {
            let sum = counts.filter { $0 > 0 }.reduce(0) { $0 + pow(Double($1) / total, order) }
            #expect(abs(try RenyiEntropy(order: order).value(of: counts) - log2(sum) / (1 - order)) < 1e-11)
        }
    }

    @Test("is continuous at orders one, zero and infinity", arguments: 1...50)
    func continuous(seed: Int) throws {
        let counts = Self.sample(seed)
        for (limit, near) in [
            (1, 1 + 1e-12), (1, 1 - 1e-12), (0, 1e-13), (Double.infinity, 1e13), (1.01, 1.01 + 1e-13),
        ] {
            let value = try RenyiEntropy(order: limit).value(of: counts)
            #expect(abs(try RenyiEntropy(order: near).value(of: counts) - value) < 1e-10, "seed \(seed)")
        }
    }

    @Test("Hill's numbers are the effective numbers of values")
    func hill() throws {
        #expect(try HillNumber(order: 0).value(of: [98, 1, 1]) == 3)
        #expect(abs(try HillNumber(order: 2).value(of: [98, 1, 1]) - 1 / 0.9606) < 1e-12)
        #expect(try HillNumber(order: .infinity).value(of: [50, 25, 25]) == 2)
        let counts = [8, 4, 2, 2]
        #expect(try HillNumber(order: 1).value(of: counts) == Entropy.effectiveSupport(of: counts))
    }

    @Test("Hill's numbers equal their definition", arguments: 1...1000)
    func hillDefinition(seed: Int) throws {
        let counts = Self.sample(seed)
        let total = Double(counts.reduce(0, +))
        let shares = counts.filter { $0 > 0 }.map { Double($0) / total }
        for order in [0, 0.1, 0.5, 0.9, 1.1, 2, 3.7] {
            let expected = pow(shares.reduce(0) { $0 + pow($1, order) }, 1 / (1 - order))
            #expect(abs(try HillNumber(order: order).value(of: counts) / expected - 1) < 1e-11, "seed \(seed)")
        }
        let shannon = exp(shares.reduce(0) { $0 - $1 * log($1) })
        #expect(abs(try HillNumber(order: 1).value(of: counts) / shannon - 1) < 1e-12, "seed \(seed)")
        let most = shares.max() ?? 1
        #expect(abs(try HillNumber(order: .infinity).value(of: counts) * most - 1) < 1e-15, "seed \(seed)")
    }

    @Test("an order that has no entropy is named", arguments: [-0.5, -Double.infinity, .nan])
    func badOrder(order: Double) {
        let error = #expect(throws: StatisticsError.self) { try RenyiEntropy(order: order) }
        #expect(error?.description == "Rényi order is \(order): give one from zero to infinity")
        #expect(throws: StatisticsError.self) { try HillNumber(order: order) }
    }
}

@Suite("entropy beside a stated alphabet")
struct AlphabetNormalizationTests {
    @Test("divides by the logarithm of the alphabet")
    func known() throws {
        #expect(try Entropy.normalizedByAlphabet(of: [8, 8], alphabet: 256) == 0.125)
        #expect(try Entropy.normalizedByAlphabet(of: Array(repeating: 2, count: 256), alphabet: 256) == 1)
        #expect(try Entropy.normalizedByAlphabet(of: [], alphabet: 256) == 0)
        #expect(try Entropy.normalizedByAlphabet(of: [7], alphabet: 1) == 0)
    }

    @Test("an alphabet that cannot be is named")
    func bad() {
        #expect(throws: StatisticsError.notPositive(argument: "alphabet", value: "-1")) {
            try Entropy.normalizedByAlphabet(of: [1], alphabet: -1)
        }
        let error = #expect(throws: StatisticsError.self) { try Entropy.normalizedByAlphabet(of: [1, 1], alphabet: 1) }
        let text = "entropy: 2 different values were seen, more than the alphabet of 1: give a larger alphabet"
        #expect(error?.description == text)
    }
}
