import Foundation
import Testing
import Traffic

@Suite("Shannon entropy")
struct EntropyTests {
    static let known: [([Int], Double)] = [
        ([], 0), ([0], 0), ([7], 0), ([16, 0], 0), ([8, 8], 1), ([1, 1, 1, 1], 2), ([2, 1, 1], 1.5),
        ([5, 5, 20, 450, 10, 5, 3, 2], 0.7109), ([60, 70, 85, 95, 75, 65, 80, 90], 2.9841), ([-3, 4, 4], 1),
    ]

    @Test("known distributions have known entropies", arguments: known)
    func table(counts: [Int], bits: Double) {
        #expect(abs(Entropy.bits(of: counts) - bits) < 5e-5)
    }

    @Test("counts alike and powers of two give exact numbers")
    func exact() {
        #expect(Entropy.bits(of: [8, 8]) == 1)
        #expect(Entropy.bits(of: [1024]) == 0 && Entropy.bits(of: [1024]).sign == .plus)
        #expect(Entropy.bits(of: Array(repeating: 3, count: 4096)) == 12)
        #expect(Entropy.bits(ofValues: [80, 443, 80, 22]) == 1.5)
    }

    @Test("the reference vector has the published maximum likelihood entropy")
    func referenceVector() {
        let nats = Entropy.value(of: [4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1], in: .nats)
        #expect(abs(nats - 1.968382) < 5e-7)
    }

    @Test("units are proportional", arguments: 1...3)
    func units(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 0..<50, count: 40)
        let bits = Entropy.bits(of: counts)
        #expect(abs(Entropy.value(of: counts, in: .nats) / log(2) - bits) < 1e-12)
        #expect(abs(Entropy.value(of: counts, in: .hartleys) / log10(2) - bits) < 1e-12)
        #expect(abs(Entropy.value(of: counts, in: try EntropyUnit(base: 16)) * 4 - bits) < 1e-12)
    }

    @Test("the order of counts does not change the last digit", arguments: 1...50)
    func permutationInvariance(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 0..<1000, count: 300)
        let expected = Entropy.bits(of: counts)
        for _ in 0..<20 {
            #expect(Entropy.bits(of: generator.permutation(of: counts)) == expected, "seed \(seed)")
        }
    }

    @Test("the order in which values are counted does not change the last digit", arguments: 1...20)
    func countingOrder(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let values = generator.integers(in: 0..<700, count: 5000)
        #expect(Entropy.bits(ofValues: values) == Entropy.bits(ofValues: values.sorted()), "seed \(seed)")
        #expect(Entropy.bits(ofValues: values) == Entropy.bits(ofValues: values.map(String.init)), "seed \(seed)")
    }

    @Test("equals the definition on random counts", arguments: 1...100)
    func naive(seed: Int) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 0..<100, count: generator.integer(in: 1..<500))
        let total = Double(counts.reduce(0, +))
        let shares = counts.filter { $0 > 0 }.map { Double($0) / total }
        let definition = shares.reduce(0) { $0 - $1 * log2($1) }
        #expect(abs(Entropy.bits(of: counts) - definition) < 1e-12, "seed \(seed)")
    }

    @Test("more observations than a number takes are still shares of one", arguments: [EntropyUnit.bits, .nats])
    func huge(unit: EntropyUnit) throws {
        let most = Entropy.value(of: [Int.max, Int.max, Int.max, Int.max], in: unit)
        #expect(abs(most - Entropy.value(of: [1, 1, 1, 1], in: unit)) < 1e-15)
        #expect(abs(Entropy.bits(of: [Int.max, 1])) < 1e-15)
    }

    @Test("weights that are counts have the entropy of counts")
    func weights() throws {
        #expect(try Entropy.value(ofWeights: [0.5, 0.25, 0.25]) == 1.5)
        #expect(try Entropy.value(ofWeights: []) == 0)
        #expect(try Entropy.value(ofWeights: [0, 0]) == 0)
        #expect(try Entropy.value(ofWeights: [1e308, 1e308]) == 1)
        #expect(try abs(Entropy.value(ofWeights: [Double.leastNonzeroMagnitude, 1])) < 1e-12)
        #expect(try Entropy.value(ofWeights: [Double.leastNonzeroMagnitude, 1, 1]) == 1)
    }

    @Test("a weight that is no amount is named", arguments: [-1, Double.nan, .infinity])
    func badWeights(weight: Double) throws {
        let error = #expect(throws: StatisticsError.self) { try Entropy.value(ofWeights: [1, weight]) }
        #expect(error?.description.hasPrefix("entropy: weight \(weight) at index 1 is not an amount") == true)
    }

    @Test("a base that no entropy is counted to is named", arguments: [0, 0.5, 1, -2, Double.nan, .infinity])
    func badBase(base: Double) throws {
        let error = #expect(throws: StatisticsError.self) { try EntropyUnit(base: base) }
        #expect(error?.description.contains("no entropy is counted to base \(base)") == true)
    }

    @Test("each normalisation divides by what it is named after")
    func normalisations() {
        let counts = [2, 2, 4]
        #expect(abs(Entropy.normalizedBySupport(of: counts) - 1.5 / log2(3)) < 1e-15)
        #expect(Entropy.normalizedBySampleSize(of: counts) == 0.5)
        #expect(Entropy.normalizedBySupport(of: [9, 9, 9, 9]) == 1)
        #expect(Entropy.normalizedBySampleSize(of: [1, 1, 1]) == 1)
        #expect([[], [5]].allSatisfy { Entropy.normalizedBySupport(of: $0) == 0 })
        #expect([[], [1]].allSatisfy { Entropy.normalizedBySampleSize(of: $0) == 0 })
    }
}
