import Testing
import Traffic

@Suite("count spectrum")
struct CountSpectrumTests {
    static let ranges = [-3..<3, 0..<2, 0..<50, 0..<3000, 0..<1_000_000, 0..<Int.max, -(1 << 61)..<(1 << 61)]
    static let sizes = [0, 1, 2, 63, 64, 65, 500, 9000]

    @Test("groups equal counts in ascending order", arguments: ranges, sizes)
    func naive(range: Range<Int>, size: Int) {
        var generator = NumPyGenerator(seed: Seed(size))
        let counts = generator.integers(in: range, count: size)
        let groups = CountSpectrum(counts: counts).groups
        let occurrences = Counts(counts.filter { $0 > 0 }).sorted
        #expect(groups.map(\.count) == occurrences.map(\.value))
        #expect(groups.map(\.multiplicity) == occurrences.map(\.count))
        #expect(CountSpectrum(counts: counts).support == counts.filter { $0 > 0 }.count)
    }

    @Test("a few giants among many dwarfs find their place")
    func heavyTail() {
        let giants = [1 << 40, 9000, .max, 8192, 8193, 1 << 40]
        let counts = giants + (0..<20_000).map { $0 % 7 }
        let groups = CountSpectrum(counts: counts).groups
        #expect(groups.map(\.count) == [1, 2, 3, 4, 5, 6, 8192, 8193, 9000, 1 << 40, .max])
        #expect(groups.suffix(2).map(\.multiplicity) == [2, 1])
    }

    @Test("a total beyond the largest number is held there")
    func total() {
        #expect(CountSpectrum(counts: [.max, 1]).total == .max)
        #expect(CountSpectrum(counts: [.max, .max, .max]).total == .max)
        #expect(CountSpectrum(counts: [4, 1, 1, 0, -2]).total == 6)
    }

    @Test("tells how many values were seen just so often")
    func multiplicity() {
        let spectrum = CountSpectrum(counts: [4, 1, 1, 0, 6])
        #expect([0, 1, 2, 4, 6, 7].map(spectrum.multiplicity(of:)) == [0, 2, 0, 1, 1, 0])
        #expect(spectrum.singletons == 2 && !spectrum.isEmpty)
    }
}
