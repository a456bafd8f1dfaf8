import Testing
import Traffic

@Suite("entropies from zero to one, by name")
struct EntropyNormalizationTests {
    @Test("two values of four observations and of 256 that there can be")
    func byHand() throws {
        let spectrum = CountSpectrum(counts: [2, 2])
        #expect(try EntropyNormalization.support.value(of: spectrum) == 1)
        #expect(try EntropyNormalization.sample.value(of: spectrum) == 0.5)
        #expect(try EntropyNormalization.alphabet.value(of: spectrum, alphabet: 256) == 0.125)
    }

    @Test("is what the function of the same name gives", arguments: 1...200)
    func functions(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let counts = generator.integers(in: 0..<50, count: generator.integer(in: 1..<40))
        let spectrum = CountSpectrum(counts: counts)
        #expect(try EntropyNormalization.support.value(of: spectrum) == Entropy.normalizedBySupport(of: counts))
        #expect(try EntropyNormalization.sample.value(of: spectrum) == Entropy.normalizedBySampleSize(of: counts))
        #expect(
            try EntropyNormalization.alphabet.value(of: spectrum, alphabet: 64)
                == Entropy.normalizedByAlphabet(of: counts, alphabet: 64))
    }

    @Test("a constant, and nothing, are zero by each", arguments: EntropyNormalization.allCases, [[], [7], [1]])
    func least(normalization: EntropyNormalization, counts: [Int]) throws {
        #expect(try normalization.value(of: CountSpectrum(counts: counts), alphabet: 1) == 0)
    }

    @Test("an alphabet is asked for, and must hold what was seen")
    func alphabet() {
        let spectrum = CountSpectrum(counts: [1, 1, 1])
        #expect(throws: StatisticsError.noAlphabet(estimator: "normalization by alphabet")) {
            try EntropyNormalization.alphabet.value(of: spectrum)
        }
        #expect(throws: StatisticsError.alphabetTooSmall(alphabet: 2, seen: 3)) {
            try EntropyNormalization.alphabet.value(of: spectrum, alphabet: 2)
        }
        #expect(throws: StatisticsError.notPositive(argument: "alphabet", value: "0")) {
            try EntropyNormalization.alphabet.value(of: spectrum, alphabet: 0)
        }
    }
}
