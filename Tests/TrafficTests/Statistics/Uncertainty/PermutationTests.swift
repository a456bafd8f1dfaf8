import Testing
import Traffic

@Suite("the permutation test of a change of entropy")
struct PermutationTests {
    /// Twice the share of all ways to deal the observations that change the entropy at least as much to the side where
    /// they are fewer.
    private func exact(_ first: [Int], _ second: [Int]) -> Double {
        let values = Counts(numbered: first).values + Counts(numbered: second).values
        let (size, observed) = (first.reduce(0, +), Entropy.bits(of: second) - Entropy.bits(of: first))
        var (deals, greater, less) = (0, 0, 0)
        for choice in 0..<1 << values.count where choice.nonzeroBitCount == size {
            let chosen = values.indices.filter { choice >> $0 & 1 == 1 }.map { values[$0] }
            let rest = values.indices.filter { choice >> $0 & 1 == 0 }.map { values[$0] }
            deals += 1
            let difference = Entropy.bits(ofValues: rest) - Entropy.bits(ofValues: chosen)
            if difference >= observed - 1e-12 { greater += 1 }
            if difference <= observed + 1e-12 { less += 1 }
        }
        return min(1, 2 * Double(min(greater, less)) / Double(deals))
    }

    @Test(
        "agrees with all deals of few observations",
        arguments: [([4, 1], [2, 2, 2]), ([3, 3], [5, 0, 1]), ([1, 1, 1, 1], [6]), ([9], [1, 1])])
    func exhaustive(first: [Int], second: [Int]) throws {
        let truth = exact(first, second)
        let test = try PermutationTest(from: Counts(numbered: first), to: Counts(numbered: second), seed: 1)
        #expect(
            abs(test.pValue - truth) < 5 * (truth * (1 - truth) / 9_999).squareRoot() + 2e-4,
            "\(test.pValue), not \(truth)")
        #expect(test.pValue == min(1, Double(test.atLeastAsExtreme + 1) / 5_000))
    }

    @Test("an estimator that is no sum of terms gets the same chance", arguments: [1, 20])
    func anyEstimator(times: Int) throws {
        struct Other: EntropyEstimator {
            let name = "other"
            func nats(of spectrum: CountSpectrum) -> Double { PlugIn().nats(of: spectrum) }
        }
        let first = Counts(numbered: [40, 30, 20].map { $0 * times })
        let second = Counts(numbered: [33, 29, 23].map { $0 * times })
        let options = PermutationTest.Options(permutations: 1_000, seed: 2)
        let other = try PermutationTest(from: first, to: second, by: Other(), options)
        #expect(try PermutationTest(from: first, to: second, options).atLeastAsExtreme == other.atLeastAsExtreme)
    }

    @Test("sides, units and threads")
    func options() throws {
        let (few, many) = (Counts(numbered: [30, 5, 1]), Counts(numbered: [9, 10, 11, 8]))
        func test(_ alternative: PermutationTest.Alternative, threads: Int = 1) throws -> PermutationTest {
            try PermutationTest(
                from: few, to: many, in: .nats,
                .init(permutations: 4_001, seed: 3, alternative: alternative, threads: threads))
        }
        let (greater, less) = (try test(.greater), try test(.less))
        #expect(greater.difference > 0 && greater.pValue < 0.01 && less.pValue > 0.99)
        #expect(abs(greater.second - Entropy.value(of: [9, 10, 11, 8], in: .nats)) < 1e-12)
        #expect(try test(.different) == test(.different, threads: 7))
        #expect(try test(.different).pValue == 2 * greater.pValue)
        let turned = try PermutationTest(from: many, to: few, seed: 3)
        #expect(turned.difference < 0 && turned.pValue < 0.01)
    }

    @Test("one value alone, and no change, have a chance of one")
    func degenerate() throws {
        for counts in [[5], [1], [3, 3]] {
            let window = Counts(numbered: counts)
            #expect(try PermutationTest(from: window, to: window, .init(permutations: 99, seed: 4)).pValue == 1)
        }
    }

    @Test("what cannot be is named")
    func errors() {
        #expect(throws: StatisticsError.noValues(statistic: "permutation test")) {
            try PermutationTest(from: Counts<Int>(), to: Counts([1]), seed: 1)
        }
        #expect(throws: StatisticsError.notPositive(argument: "permutations", value: "0")) {
            try PermutationTest(from: Counts([1]), to: Counts([1]), .init(permutations: 0, seed: 1))
        }
    }

    @Test("of windows from one source one in twenty has a p-value of at most 0.05")
    func level() throws {
        var generator = NumPyGenerator(seed: 31)
        var significant = 0
        for _ in 0..<300 {
            let windows = [40, 25].map { size in Counts((0..<size).map { _ in generator.poisson(mean: 3) }) }
            if try PermutationTest(from: windows[0], to: windows[1], .init(permutations: 99, seed: 5)).pValue <= 0.05 {
                significant += 1
            }
        }
        #expect(Double(significant) / 300 < 0.05 + 4 * (0.05 * 0.95 / 300).squareRoot())
        #expect(Double(significant) / 300 > 0.01)
    }
}

extension PermutationTests {
    /// The plug-in entropy of the small window is the lower one by chance alone, so that one which is as high lies as
    /// far out as one can.
    @Test("a small window as even as a large one is uneven is told from it, whichever comes first")
    func unequalSizes() throws {
        var generator = NumPyGenerator(seed: 8)
        let many = Counts(
            (0..<2_000).map { _ in
                let share = generator.random() * generator.random()
                return Int(1_000 * share * share * share)
            })
        let few = Counts(generator.integers(in: 0..<1_000, count: 100))
        #expect(try PermutationTest(from: many, to: few, .init(permutations: 999, seed: 1)).pValue == 0.002)
        #expect(try PermutationTest(from: few, to: many, .init(permutations: 999, seed: 1)).pValue == 0.002)
    }
}

extension Counts where Value: Comparable {
    fileprivate var values: [Value] { sorted.flatMap { Array(repeating: $0.value, count: $0.count) } }
}
