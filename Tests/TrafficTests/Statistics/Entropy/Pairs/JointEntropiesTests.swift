import Foundation
import Testing
import Traffic

@Suite("joint entropies")
struct JointEntropiesTests {
    static func pairs(_ seed: Int) -> [(Int, Int)] {
        var generator = NumPyGenerator(seed: Seed(seed))
        let size = generator.integer(in: 1..<300)
        let first = generator.integers(in: 0..<generator.integer(in: 1..<12), count: size)
        let noise = generator.integers(in: 0..<generator.integer(in: 1..<6), count: size)
        return zip(first, noise).map { ($0, ($0 + $1) % 7) }
    }

    @Test("of the textbook's table", arguments: [EntropyUnit.bits])
    func textbook(unit: EntropyUnit) throws {
        // Cover and Thomas, Elements of Information Theory, example 2.2.1.
        let table = [[4, 2, 1, 1], [2, 4, 1, 1], [2, 2, 2, 2], [8, 0, 0, 0]]
        var counts = JointCounts<Int, Int>()
        for (row, entries) in table.enumerated() {
            for (column, count) in entries.enumerated() {
                for _ in 0..<count { counts.add(column, row) }
            }
        }
        let entropies = try counts.entropies()
        #expect(abs(entropies.first(in: unit) - 1.75) < 1e-14)
        #expect(abs(entropies.second(in: unit) - 2) < 1e-14)
        #expect(abs(entropies.joint(in: unit) - 3.375) < 1e-14)
        #expect(abs(entropies.firstGivenSecond(in: unit) - 1.375) < 1e-14)
        #expect(abs(entropies.secondGivenFirst(in: unit) - 1.625) < 1e-14)
        #expect(abs(entropies.mutualInformation(in: unit) - 0.375) < 1e-14)
        #expect(abs(entropies.mutualInformation(relativeTo: .second) - 0.1875) < 1e-14)
        #expect(abs(entropies.mutualInformation(relativeTo: .joint) - 0.375 / 3.375) < 1e-14)
    }

    @Test("obey the chain rule, symmetry and bounds", arguments: 1...300)
    func laws(seed: Int) throws {
        let pairs = Self.pairs(seed)
        let forward = try JointCounts(pairs).entropies()
        let backward = try JointCounts(pairs.map { ($1, $0) }).entropies()
        #expect(abs(forward.joint() - forward.first() - forward.secondGivenFirst()) < 1e-12)
        #expect(abs(forward.joint() - forward.second() - forward.firstGivenSecond()) < 1e-12)
        #expect(forward.mutualInformation() == backward.mutualInformation())
        #expect(forward.mutualInformation() >= 0 && forward.firstGivenSecond() >= 0)
        #expect(forward.joint() <= forward.first() + forward.second() + 1e-12)
        #expect(forward.joint() >= max(forward.first(), forward.second()) - 1e-12)
        for whole in JointEntropies.Normalizer.allCases {
            #expect((0...1 + 1e-12).contains(forward.mutualInformation(relativeTo: whole)), "\(whole) seed \(seed)")
        }
    }

    @Test("mutual information is a divergence from independence", arguments: 1...1000)
    func definition(seed: Int) throws {
        let pairs = Self.pairs(seed)
        let counts = JointCounts(pairs)
        let total = Double(counts.total)
        let naive = counts.pairs.byValue.reduce(0) { sum, entry in
            let product = Double(counts.first[entry.key.first]) * Double(counts.second[entry.key.second])
            return sum + Double(entry.value) / total * log(Double(entry.value) * total / product)
        }
        #expect(abs(try counts.entropies().mutualInformation(in: .nats) - naive) < 1e-12, "seed \(seed)")
    }

    @Test("carry the sample's size, the supports and the bias that these make")
    func facts() throws {
        let entropies = try JointCounts([("a", 1), ("a", 2), ("b", 1), ("b", 1), ("b", 3)]).entropies()
        #expect(entropies.sampleSize == 5 && entropies.jointSupport == 4)
        #expect(entropies.firstSupport == 2 && entropies.secondSupport == 3)
        #expect(entropies.mutualInformationBias(in: .nats) == 0)
        let twins = try JointCounts([1, 2, 3, 3].map { ($0, $0) }).entropies()
        #expect(abs(twins.mutualInformationBias() + 2 / (8 * log(2))) < 1e-15)
        #expect(try JointCounts<Int, Int>().entropies().mutualInformationBias() == 0)
    }

    @Test("what is taken off and on by Miller and Madow is the bias", arguments: 1...300)
    func bias(seed: Int) throws {
        let counts = JointCounts(Self.pairs(seed))
        let (plain, corrected) = (try counts.entropies(), try counts.entropies(by: MillerMadow()))
        let bias = plain.mutualInformation(in: .nats) - corrected.mutualInformation(in: .nats)
        #expect(abs(plain.mutualInformationBias(in: .nats) - bias) < 1e-12, "seed \(seed)")
    }

    @Test("independent variables look as dependent as the bias says")
    func independent() throws {
        var generator = NumPyGenerator(seed: 3)
        let samples = try (0..<400).map { _ in
            let (first, second) = (
                generator.integers(in: 0..<4, count: 500), generator.integers(in: 0..<3, count: 500)
            )
            return try JointCounts(zip(first, second)).entropies()
        }
        // 2n times the mean of 400 chi-square variables of (4 − 1)(3 − 1) degrees, whose standard error is √(12 / 400).
        let mean = samples.reduce(0) { $0 + 2 * 500 * $1.mutualInformation(in: .nats) } / 400
        #expect(samples.allSatisfy { abs(2 * 500 * $0.mutualInformationBias(in: .nats) - 6) < 1e-9 })
        #expect(abs(mean - 6) < 4 * (12.0 / 400).squareRoot())
    }

    @Test("processing data adds no information", arguments: 1...300)
    func dataProcessing(seed: Int) throws {
        let pairs = Self.pairs(seed)
        let before = try JointCounts(pairs).entropies().mutualInformation()
        let after = try JointCounts(pairs.map { ($0, $1 / 2) }).entropies().mutualInformation()
        #expect(after <= before + 1e-12, "seed \(seed)")
    }

    @Test("a variable tells all of itself and nothing of a constant")
    func extremes() throws {
        let same = try JointCounts([1, 2, 3, 3].map { ($0, $0) }).entropies()
        let normalizers = JointEntropies.Normalizer.allCases
        #expect(normalizers.allSatisfy { abs(same.mutualInformation(relativeTo: $0) - 1) < 1e-14 })
        #expect(same.variationOfInformation() == 0 && same.firstGivenSecond() == 0)
        let constant = try JointCounts([1, 2, 3, 3].map { ($0, 0) }).entropies()
        #expect(normalizers.allSatisfy { constant.mutualInformation(relativeTo: $0) == 0 })
        #expect(try JointCounts<Int, Int>().entropies().joint() == 0)
    }

    @Test("an estimator is used for all three, or one for each")
    func estimators() throws {
        let counts = JointCounts(Self.pairs(5))
        let corrected = try counts.entropies(by: MillerMadow())
        let expected = try MillerMadow().value(of: CountSpectrum(counts.pairs))
        #expect(abs(corrected.joint() - expected) < 1e-14)
        #expect(throws: StatisticsError.self) { try counts.entropies(by: NSB(alphabet: 2)) }
        let each = try counts.entropies(
            ofPairs: NSB(alphabet: 12 * 7), first: NSB(alphabet: 12), second: NSB(alphabet: 7))
        #expect(each.joint().isFinite && each.joint() > 0)
    }

    @Test("what is taken back was never there")
    func removal() {
        var counts = JointCounts([("a", 1), ("b", 2)])
        counts.remove("b", 2)
        counts.remove("b", 2)
        counts.remove("a", 2)
        #expect(counts == JointCounts([("a", 1)]) && counts.total == 1 && counts["a", 1] == 1)
    }
}
