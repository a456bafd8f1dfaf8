import Testing

@testable import Traffic

@Suite("indices that are drawn many at a time")
struct IndexStreamTests {
    private func indices(_ count: Int, below bound: Int, seed: Seed) -> [Int] {
        var stream = IndexStream(below: bound, PCG64(SeedSequence(seed)))
        var indices: [Int] = []
        stream.draw(count) {
            indices += [$0, $1, $2, $3]
        } one: {
            indices.append($0)
        }
        return indices
    }

    @Test("are equally likely below any bound", arguments: [1, 2, 3, 1000, 32_767, 32_768, 65_535, 65_536, 100_000])
    func equallyLikely(bound: Int) {
        let groups = min(bound, 50)
        var seen = [Int](repeating: 0, count: groups)
        for index in indices(25_003, below: bound, seed: 43) { seen[index * groups / bound] += 1 }
        let expected = (0..<groups).map { group in
            let cells = (0..<bound).count { $0 * groups / bound == group }
            return 25_003 * Double(cells) / Double(bound)
        }
        #expect(fit(seen, expected) > 1e-4)
    }

    @Test("do not depend on the ones drawn with them", arguments: [3, 5, 32_768])
    func independent(bound: Int) {
        let cells = min(bound, 4)
        var seen = [Int](repeating: 0, count: cells * cells * cells * cells)
        let drawn = indices(200_000, below: bound, seed: 44).map { $0 % cells }
        for first in stride(from: 0, to: drawn.count, by: 4) {
            seen[drawn[first..<first + 4].reduce(0) { $0 * cells + $1 }] += 1
        }
        let shares = (0..<cells).map { cell in Double((0..<bound).count { $0 % cells == cell }) / Double(bound) }
        let expected = seen.indices.map { place in
            let digits = [place % cells, place / cells % cells, place / cells / cells % cells]
            return 50_000 * digits.reduce(shares[place / cells / cells / cells]) { $0 * shares[$1] }
        }
        #expect(fit(seen, expected) > 1e-4)
    }

    private func fit(_ seen: [Int], _ expected: [Double]) -> Double {
        let statistic = zip(seen, expected).reduce(0) { $0 + (Double($1.0) - $1.1) * (Double($1.0) - $1.1) / $1.1 }
        return ChiSquare.upperTail(statistic, degreesOfFreedom: Double(seen.count - 1))
    }

    /// Lemire's index below a power of the bound, taken apart by division, and how many words were rejected.
    private func naive(_ count: Int, below bound: Int, atOnce: Int, _ words: inout MWC128) -> ([Int], rejected: Int) {
        var (indices, rejected) = ([Int](), 0)
        while indices.count < count {
            let drawn = indices.count < count / 4 * 4 ? atOnce : 1
            let powers = (0...drawn).map { exponent in
                (0..<exponent).reduce(UInt128(1)) { power, _ in power * UInt128(bound) }
            }
            let product = UInt128(words.next()) * powers[drawn]
            guard product % (1 << 64) >= (1 << 64) % powers[drawn] else {
                rejected += 1
                continue
            }
            indices += powers.dropLast().reversed().map { Int((product >> 64) / $0 % UInt128(bound)) }
        }
        return (indices, rejected)
    }

    @Test(
        "are the digits of an index below a power of the bound, from words of which none is favoured",
        arguments: [
            (1, 4), (2, 4), (3, 4), (1000, 4), (32_000, 4), (32_767, 4), (32_768, 2), (65_536, 2), (1_000_003, 2),
            (2_500_000_000, 2), (IndexStream.most, 2),
        ])
    func definition(bound: Int, atOnce: Int) {
        var words = MWC128(from: PCG64(SeedSequence(45)))
        let (expected, rejected) = naive(2003, below: bound, atOnce: atOnce, &words)
        #expect(indices(2003, below: bound, seed: 45) == expected)
        #expect(rejected > 0 || ![32_000, 2_500_000_000].contains(bound), "rejection has been seen at work")
    }

    @Test("go on where they ended")
    func goesOn() {
        var (stream, drawn) = (IndexStream(below: 9, PCG64(SeedSequence(46))), [Int]())
        for count in [0, 4, 8] {
            stream.draw(count) {
                drawn += [$0, $1, $2, $3]
            } one: {
                drawn.append($0)
            }
        }
        #expect(drawn == indices(12, below: 9, seed: 46))
    }
}
