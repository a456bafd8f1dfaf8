import Foundation
import Testing

@testable import Traffic

/// Tests of significance, each against its definition, written out the long way, on a thousand random inputs.
@Suite("tests of significance equal their definitions")
struct TestDefinitionTests {
    private func expect(_ found: Double, _ expected: Double, within error: Double, _ name: String, _ seed: Int) {
        if abs(found - expected) > error { Issue.record("\(name) is \(found), not \(expected), seed \(seed)") }
    }

    /// Two to four windows of up to twelve values; in every second case small counts are among them.
    static func windows(_ seed: Int) -> [[Int]] {
        var generator = NumPyGenerator(seed: Seed(seed))
        let (count, support) = (generator.integer(in: 2..<5), generator.integer(in: 1..<13))
        let most = [4, 60][seed % 2]
        return (0..<count).map { _ in generator.integers(in: 0..<most, count: support) + [1] }
    }

    /// P(X² ≥ x) for whole degrees of freedom: a finite sum, of halves where they are odd.
    static func tail(_ x: Double, _ freedom: Int) -> Double {
        guard freedom > 0 else { return 1 }
        let isOdd = freedom % 2 == 1
        var term = isOdd ? (x / 2).squareRoot() * exp(-x / 2) / tgamma(1.5) : exp(-x / 2)
        var sum = isOdd ? erfc((x / 2).squareRoot()) : 0
        for step in 0..<freedom / 2 {
            sum += term
            term *= x / 2 / (Double(step) + (isOdd ? 1.5 : 1))
        }
        return sum
    }

    /// Values of least total first, of equal ones that with the least counts, put together until all that is expected
    /// suffices.
    static func pooled(_ columns: [[Int]], below least: Double) -> [[Int]] {
        let sizes = columns[0].indices.map { window in columns.reduce(0) { $0 + $1[window] } }
        let share = Double(sizes.min() ?? 0) / Double(sizes.reduce(0, +))
        var kept = columns.sorted { one, other in
            let totals = (one.reduce(0, +), other.reduce(0, +))
            return totals.0 == totals.1 ? one.lexicographicallyPrecedes(other) : totals.0 < totals.1
        }
        var pool: [Int]?
        while kept.count + (pool == nil ? 0 : 1) > 1 || pool == nil {
            let totals = (kept + (pool.map { [$0] } ?? [])).map { Double($0.reduce(0, +)) }
            guard let first = kept.first, (totals.min() ?? 0) * share < least else { break }
            pool = pool.map { zip($0, first).map { $0 + $1 } } ?? first
            kept.removeFirst()
        }
        return kept + (pool.map { [$0] } ?? [])
    }

    struct Figures {
        var chiSquare = 0.0
        var ratio = 0.0
        var freedom = 0
        var cramer = 0.0
    }

    static func figures(_ columns: [[Int]]) -> Figures {
        let windows = columns[0].count
        guard columns.count > 1 else { return Figures() }
        let total = Double(columns.joined().reduce(0, +))
        var figures = Figures(freedom: (columns.count - 1) * (windows - 1))
        for column in columns {
            for (window, seen) in column.enumerated() {
                let size = columns.reduce(0) { $0 + $1[window] }
                let expected = Double(column.reduce(0, +)) * Double(size) / total
                figures.chiSquare += pow(Double(seen) - expected, 2) / expected
                if seen > 0 { figures.ratio += 2 * Double(seen) * log(Double(seen) / expected) }
            }
        }
        figures.cramer = (figures.chiSquare / total / Double(min(columns.count, windows) - 1)).squareRoot()
        return figures
    }

    @Test("chi-square, G and Cramér's V, pooled or not", arguments: [0, 1, 5.0])
    func homogeneity(least: Double) throws {
        for seed in 0..<1000 {
            let windows = Self.windows(seed)
            let columns = windows[0].indices.map { value in windows.map { $0[value] } }.filter {
                $0.contains { $0 > 0 }
            }
            let expected = Self.figures(Self.pooled(columns, below: least))
            for kind in HomogeneityTest.Kind.allCases {
                let test = try HomogeneityTest(
                    of: windows.map(Counts.init(numbered:)), by: kind, poolingBelow: least)
                let statistic = kind == .chiSquare ? expected.chiSquare : expected.ratio
                let name = "\(kind) above \(least)"
                expect(test.statistic, statistic, within: 1e-10 * max(1, statistic), name, seed)
                let chance = Self.tail(test.statistic, expected.freedom)
                expect(test.pValue, chance, within: 1e-12 * chance, "chance of \(name)", seed)
                expect(test.effectSize, expected.cramer, within: 1e-12, "effect of \(name)", seed)
                expect(Double(test.degreesOfFreedom), Double(expected.freedom), within: 0, "freedom of \(name)", seed)
            }
        }
    }

    /// A window and another, of few observations or of some hundred over two values, which are dealt in another way.
    static func pair(_ seed: Int) -> (first: [Int], second: [Int]) {
        var generator = NumPyGenerator(seed: Seed(seed))
        if seed % 10 == 0 {
            return (generator.integers(in: 60..<160, count: 2), generator.integers(in: 70..<130, count: 2))
        }
        let support = generator.integer(in: 1..<5)
        func counts() -> [Int] { [1] + generator.integers(in: 0..<6, count: support) }
        return (counts(), counts())
    }

    /// The chances that the entropy of the second hand passes that of the first by as much as was seen or more, and by
    /// as much or less.
    private func chances(_ first: [Int], _ second: [Int]) -> (greater: Double, less: Double) {
        let both = zip(first, second).map { $0 + $1 }
        let seen = Entropy.bits(of: second) - Entropy.bits(of: first)
        func logChoose(_ n: Int, _ k: Int) -> Double {
            lgamma(Double(n) + 1) - lgamma(Double(k) + 1) - lgamma(Double(n - k) + 1)
        }
        let ways = logChoose(both.reduce(0, +), first.reduce(0, +))
        var (greater, less) = (0.0, 0.0)
        for hand in CountVectorTests.vectors(sum: first.reduce(0, +), limits: both) {
            let rest = zip(both, hand).map { $0 - $1 }
            let chance = exp(zip(both, hand).reduce(-ways) { $0 + logChoose($1.0, $1.1) })
            let difference = Entropy.bits(of: rest) - Entropy.bits(of: hand)
            if difference >= seen - 1e-10 { greater += chance }
            if difference <= seen + 1e-10 { less += chance }
        }
        return (greater, less)
    }

    /// Of so many deals a share is as extreme that differs from the true one by chance: each by less than five standard
    /// deviations, all together by one on average, and to neither side.
    @Test("permutation tests have the chances of all deals", arguments: [PermutationTest.Alternative.greater, .less])
    func permutation(side: PermutationTest.Alternative) throws {
        let deals = 199
        var scores: [Double] = []
        for seed in 0..<1000 {
            let (first, second) = Self.pair(seed)
            let chances = chances(first, second)
            let chance = min(side == .greater ? chances.greater : chances.less, 1)
            let test = try PermutationTest(
                from: Counts(numbered: first), to: Counts(numbered: second),
                .init(permutations: deals, seed: Seed(seed), alternative: side))
            let deviation = (Double(deals) * chance * (1 - chance)).squareRoot()
            let distance = Double(test.atLeastAsExtreme) - Double(deals) * chance
            expect(distance, 0, within: 5 * deviation + 3, "permutation test beside \(chance)", seed)
            expect(test.pValue, Double(test.atLeastAsExtreme + 1) / 200, within: 0, "p-value", seed)
            if deviation > 2 { scores.append(distance / deviation) }
        }
        let size = Double(scores.count)
        let (mean, square) = (scores.reduce(0, +) / size, scores.reduce(0) { $0 + $1 * $1 } / size)
        #expect(size > 400 && abs(mean) < 4 / size.squareRoot(), "mean \(mean)")
        #expect(abs(square - 1) < 4 * (2 / size).squareRoot(), "square \(square)")
    }

    /// The least of p·m/i over all tests from this one up, in order of p, and at most one.
    @Test("false discovery rates", arguments: FalseDiscovery.Method.allCases)
    func falseDiscovery(method: FalseDiscovery.Method) throws {
        for seed in 0..<1000 {
            var generator = NumPyGenerator(seed: Seed(seed))
            let count = generator.integer(in: 1..<60)
            // Every third list has ties, zeros and ones.
            let values = (0..<count).map { _ in
                seed % 3 == 0 ? Double(generator.integer(in: 0..<11)) / 10 : pow(generator.random(), 3)
            }
            let strictness = method == .benjaminiHochberg ? 1 : (1...count).reduce(0) { $0 + 1 / Double($1) }
            let ascending = values.sorted()
            let found = try FalseDiscovery(of: values, by: method).adjusted
            for (value, adjusted) in zip(values, found) {
                let later = ascending.indices.filter { ascending[$0] >= value }
                let rates = later.map { ascending[$0] * Double(count) / Double($0 + 1) * strictness }
                expect(adjusted, min(rates.min() ?? 1, 1), within: 1e-14, "\(method) of \(value)", seed)
            }
        }
    }
}
