import Foundation
import Testing
import Traffic

/// What compares two variables or samples, each against its definition, written out the long way, on a thousand random
/// inputs.
@Suite("pairs equal their definitions")
struct PairDefinitionTests {
    static let seeds = 0..<1000

    private func expect(
        _ found: Double, _ expected: Double, within error: Double = 1e-12, _ name: String, _ seed: Int
    ) {
        if found == expected || abs(found - expected) < error * max(1, abs(expected)) { return }
        Issue.record("\(name) is \(found), not \(expected), seed \(seed)")
    }

    /// Counts of up to forty values in two samples; in three of four pairs either has values that the other has not.
    static func samples(_ seed: Int) -> (window: [Int], baseline: [Int]) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let support = generator.integer(in: 1..<41)
        let least = seed % 4 == 0 ? 1 : 0
        let most = [3, 20, 1000][seed % 3]
        func counts() -> [Int] { generator.integers(in: least..<most, count: support) + [1] }
        return (counts(), counts())
    }

    static func shares(_ counts: [Int], more: Double = 0) -> [Double] {
        let total = counts.reduce(0) { $0 + Double($1) + more }
        return counts.map { (Double($0) + more) / total }
    }

    /// Σ p log₂ (p / q), where nothing is p and infinite where q alone is nothing.
    static func relative(_ p: [Double], _ q: [Double]) -> Double {
        zip(p, q).reduce(0) { $1.0 > 0 ? $0 + $1.0 * log2($1.0 / $1.1) : $0 }
    }

    @Test("cross-entropy, Kullback–Leibler and Jensen–Shannon divergence")
    func divergences() throws {
        for seed in Self.seeds {
            let (window, baseline) = Self.samples(seed)
            let divergence = try Divergence(of: Counts(numbered: window), from: Counts(numbered: baseline))
            let (p, q) = (Self.shares(window), Self.shares(baseline))
            let mixture = zip(p, q).map { ($0 + $1) / 2 }
            let cross = zip(p, q).reduce(0) { $1.0 > 0 ? $0 - $1.0 * log2($1.1) : $0 }
            let jensenShannon = (Self.relative(p, mixture) + Self.relative(q, mixture)) / 2
            expect(divergence.crossEntropy(), cross, "cross-entropy", seed)
            expect(divergence.kullbackLeibler(), Self.relative(p, q), "divergence", seed)
            expect(divergence.jensenShannonDivergence(), jensenShannon, "Jensen–Shannon divergence", seed)
            let distance = divergence.jensenShannonDistance()
            expect(distance * distance, max(jensenShannon, 0), "Jensen–Shannon distance squared", seed)
        }
    }

    /// Values that occur in neither sample are no part of the alphabet, unless it is stated.
    @Test("smoothed Kullback–Leibler divergence")
    func smoothed() throws {
        for seed in Self.seeds {
            let (window, baseline) = Self.samples(seed)
            let divergence = try Divergence(of: Counts(numbered: window), from: Counts(numbered: baseline))
            let seen = zip(window, baseline).filter { $0 + $1 > 0 }
            let pseudocount = [0.01, 0.5, 1, 3.7][seed % 4]
            for more in [0, 1, 50] {
                let counts = seen.map(\.1) + Array(repeating: 0, count: more)
                let p = Self.shares(seen.map(\.0) + Array(repeating: 0, count: more))
                let expected = Self.relative(p, Self.shares(counts, more: pseudocount))
                let found = try divergence.kullbackLeibler(
                    pseudocount: pseudocount, alphabet: more > 0 ? seen.count + more : nil)
                expect(found, expected, "smoothed divergence over \(more) more values", seed)
            }
        }
    }

    @Test("joint and conditional entropies, mutual information and what is not shared")
    func joint() throws {
        for seed in Self.seeds {
            let pairs = JointEntropiesTests.pairs(seed)
            let entropies = try JointCounts(pairs).entropies()
            let total = Double(pairs.count)
            func share(_ matches: ((Int, Int)) -> Bool) -> Double { Double(pairs.count(where: matches)) / total }
            let firsts = Set(pairs.map(\.0))
            let seconds = Set(pairs.map(\.1))
            let (p, q) = (firsts.map { a in share { $0.0 == a } }, seconds.map { b in share { $0.1 == b } })
            var (shared, open) = (0.0, 0.0)
            for (a, atFirst) in zip(firsts, p) {
                for (b, atSecond) in zip(seconds, q) {
                    let both = share { $0.0 == a && $0.1 == b }
                    guard both > 0 else { continue }
                    shared += both * log2(both / (atFirst * atSecond))
                    open -= both * log2(both / atFirst)
                }
            }
            let (h, k) = (p.reduce(0) { $0 - $1 * log2($1) }, q.reduce(0) { $0 - $1 * log2($1) })
            expect(entropies.first(), h, "first entropy", seed)
            expect(entropies.second(), k, "second entropy", seed)
            expect(entropies.mutualInformation(), shared, "mutual information", seed)
            expect(entropies.secondGivenFirst(), open, "conditional entropy", seed)
            expect(entropies.firstGivenSecond(), h - shared, "conditional entropy the other way", seed)
            expect(entropies.joint(), h + open, "joint entropy", seed)
            expect(entropies.variationOfInformation(), h + k - 2 * shared, "variation of information", seed)
        }
    }

    /// Schreiber's Σ p(y, past, other) log₂ (p(y | past, other) / p(y | past)), by counting through the series anew.
    @Test("transfer entropy over histories and lags of one to three")
    func transfer() throws {
        for seed in Self.seeds {
            var generator = NumPyGenerator(seed: Seed(seed))
            let size = generator.integer(in: 8..<70)
            let source = generator.integers(in: 0..<[2, 3, 5][seed % 3], count: size)
            let noise = generator.integers(in: 0..<2, count: size)
            let target = source.indices.map { $0 > 1 ? (source[$0 - 2] + noise[$0]) % 3 : noise[$0] }
            let (history, own) = (1 + seed % 3, 1 + seed / 3 % 3)
            let lag = 1 + seed / 9 % 3
            let expected = Self.transfer(source, target, own, history, lag)
            let found = try TransferEntropy(history: own, sourceHistory: history, lag: lag)
                .value(from: source, to: target)
            expect(found, expected, "transfer over \(own), \(history), \(lag)", seed)
        }
    }

    private static func transfer(
        _ source: [Int], _ target: [Int], _ own: Int, _ history: Int, _ lag: Int
    ) -> Double {
        let moments = (max(own, lag + history - 1)..<target.count).map { t in
            (y: target[t], past: target[t - own..<t], other: source[t - lag - history + 1...t - lag])
        }
        return moments.reduce(0) { sum, here in
            let past = moments.filter { $0.past.elementsEqual(here.past) }
            let both = past.filter { $0.other.elementsEqual(here.other) }
            let informed = Double(both.count { $0.y == here.y }) / Double(both.count)
            let alone = Double(past.count { $0.y == here.y }) / Double(past.count)
            return sum + log2(informed / alone) / Double(moments.count)
        }
    }

    @Test("binned entropy, by comparing each number with the edges")
    func binned() throws {
        for seed in Self.seeds {
            var generator = NumPyGenerator(seed: Seed(seed))
            let scale = [0.01, 1, 1500][seed % 3]
            let numbers = (0..<generator.integer(in: 1..<60)).map { place in
                place % 7 == 0 ? 0 : generator.exponential(scale: scale)
            }
            let width = [0.004, 0.25, 100][seed % 3]
            let shifted = numbers.map { $0 - scale }
            let bins = -1000..<1_000_000
            let wide = shifted.map { number -> Int in bins.first { Double($0 + 1) * width > number } ?? bins.upperBound
            }
            try check(shifted, .width(width), wide, seed)
            let base = [2, 10, 1.5][seed / 3 % 3]
            let powers = numbers.map { number in
                number > 0 ? (-400...400).first { pow(base, Double($0 + 1)) > number } ?? .max : .min
            }
            try check(numbers, .logarithmic(base: base), powers, seed)
        }
    }

    private func check(_ numbers: [Double], _ binning: Binning, _ bins: [Int], _ seed: Int) throws {
        let found = try BinnedEntropy(of: numbers, binning)
        let shares = Set(bins).map { bin in Double(bins.count { $0 == bin }) / Double(bins.count) }
        expect(found.bits, shares.reduce(0) { $0 - $1 * log2($1) }, "entropy of \(binning)", seed)
        expect(Double(found.occupied), Double(shares.count), "occupied \(binning)", seed)
    }
}
