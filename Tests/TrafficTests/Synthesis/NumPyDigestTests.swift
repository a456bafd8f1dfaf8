import Testing

@testable import Traffic

/// Long runs of draws, each folded into one word; the words were made with NumPy 2.4.6 by folding the same draws of
/// `default_rng(2024)`: FNV-1a over whole 64-bit words, floats by their bit pattern.
@Suite("long runs of NumPy's draws")
struct NumPyDigestTests {
    struct Run: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let digest: UInt64
        let draw: @Sendable (inout NumPyGenerator) throws -> [UInt64]

        init(_ name: String, _ digest: UInt64, _ draw: @escaping @Sendable (inout NumPyGenerator) throws -> [UInt64]) {
            (testDescription, self.digest, self.draw) = (name, digest, draw)
        }
    }

    static let distributions = [
        Run("normal", 0xa6a6_3a04_61a8_c8c7) { g in draws { g.normal(mean: 1.5, standardDeviation: 2).bitPattern } },
        Run("exponential", 0xf90c_6ebb_7a69_6dd5) { g in draws { g.exponential(scale: 0.25).bitPattern } },
        Run("uniform", 0x4007_fdbf_b281_68d6) { g in draws { g.uniform(in: -3..<7).bitPattern } },
        Run("Poisson of mean 0.5", 0xbc47_648a_1603_aa15) { g in draws { UInt64(g.poisson(mean: 0.5)) } },
        Run("Poisson of mean 9.99", 0x6f3a_6e8e_d909_ad26) { g in draws { UInt64(g.poisson(mean: 9.99)) } },
        Run("Poisson of mean 10", 0x2ba6_bb34_5951_1c01) { g in draws { UInt64(g.poisson(mean: 10)) } },
        Run("Poisson of mean 1234.5", 0x1573_cbe8_4a41_f1a5) { g in draws { UInt64(g.poisson(mean: 1234.5)) } },
    ]

    static let integers = [
        Run("a die", 0xdec6_9cc1_8c22_555f) { g in draws { word(g.integer(in: 1..<7)) } },
        Run("below 3e9", 0x923a_f75f_d7a2_4f50) { g in draws { word(g.integer(in: 0..<3_000_000_000)) } },
        Run("32 bits", 0x24b3_def2_83ec_4e69) { g in draws { word(g.integer(in: 0..<1 << 32)) } },
        Run("just over 32 bits", 0x88ee_8c58_f2b3_9405) { g in draws { word(g.integer(in: 0...1 << 32)) } },
        Run("nearly 64 bits", 0x1392_ee97_4dd4_e328) { g in
            draws { word(g.integer(in: -5_000_000_000_000_000_000..<5_000_000_000_000_000_000)) }
        },
        Run("all 64 bits", 0x0641_ef9f_ec2c_e989) { g in draws { word(g.integer(in: Int.min...Int.max)) } },
    ]

    static let choices = [
        Run("permutation", 0x8618_99b4_e324_94db) { g in g.permutation(of: 0..<20_000).map(word) },
        Run("tail shuffle", 0x3199_78f2_709c_ffcd) { g in try g.sample(of: 0..<70_000, count: 5_000).map(word) },
        Run("Floyd's set", 0x1c92_1a3b_0d1f_87c3) { g in try g.sample(of: 0..<10_000, count: 9_999).map(word) },
        Run("a fiftieth", 0x7334_3454_e355_931a) { g in try g.sample(of: 0..<10_001, count: 200).map(word) },
        Run("everything", 0xe079_82a7_c31a_6d27) { g in try g.sample(of: 0..<20_000, count: 20_000).map(word) },
        Run("with replacement", 0x57c8_220b_6700_bd45) { g in g.choices(of: 0..<1000, count: 20_000).map(word) },
        Run("by weight", 0x23c8_26b0_6a6a_f6fd) { g in
            try g.choices(of: 0..<5, probabilities: [0.1, 0.2, 0.3, 0.15, 0.25], count: 20_000).map(word)
        },
    ]

    @Test("every draw equals NumPy's", arguments: distributions + integers + choices)
    func digest(of run: Run) throws {
        var generator = NumPyGenerator(seed: 2024)
        #expect(fold(try run.draw(&generator)) == run.digest)
    }

    @Test("draws of all kinds in turn keep in step with NumPy")
    func mixture() throws {
        var generator = NumPyGenerator(seed: 2024)
        var words: [UInt64] = []
        for _ in 0..<2000 {
            words.append(word(generator.integer(in: 0..<10)))
            words.append(generator.random().bitPattern)
            words.append(generator.normal().bitPattern)
            words.append(word(generator.poisson(mean: 20)))
            words += try generator.sample(of: 0..<30, count: 3).map(word)
            words.append(word(generator.integer(in: 0..<1 << 40)))
            words.append(generator.exponential().bitPattern)
        }
        #expect(fold(words) == 0x9133_7648_fe50_2bdf)
    }

    @Test("spawned sequences equal NumPy's, grandchildren and later children too")
    func spawning() {
        var root = SeedSequence(2024)
        var children = root.spawn(3)
        let grandchildren = children[1].spawn(2)
        let sequences = children + grandchildren + root.spawn(1)
        #expect(fold(sequences.flatMap { $0.words(8).map(UInt64.init) }) == 0x0701_bab7_f37e_8815)
    }

    @Test("a seed longer than the pool is mixed in whole")
    func longSeed() {
        let seed: Seed = 1_606_938_044_258_990_275_541_962_092_341_162_602_522_202_993_782_792_835_313_721
        var root = SeedSequence(seed)
        let words = root.words(16) + root.spawn(1)[0].words(4)
        #expect(fold(words.map(UInt64.init)) == 0x3f9f_2b23_af44_1a96)
    }
}

private func draws(_ draw: () -> UInt64) -> [UInt64] {
    (0..<20_000).map { _ in draw() }
}

private func word(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value)) }

private func fold(_ words: [UInt64]) -> UInt64 {
    words.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01b3 }
}
