import Foundation
import TestSupport
import Testing

@testable import Traffic

/// What NumPy 2.4.6 draws from one seed.
struct NumPyVectors: Decodable {
    let seedSequence: [UInt32]
    let raw: [String]
    let random: [String]
    let integersBelow10: [Int]
    let integersBelow65536: [Int]
    let integersBelow2e40: [String]
    let choiceByWeight: [Int]
    let tenOf65535: [Int]
    let twentyOf30: [Int]
    let firstOf5000Of12000: [Int]
    let permutationOf12: [Int]
    let normal: [String]
    let exponential: [String]
    let poisson3: [Int]

    enum CodingKeys: String, CodingKey {
        case seedSequence = "seed_sequence_generate_state_uint32"
        case raw = "pcg64_random_raw"
        case random
        case integersBelow10 = "integers_0_10"
        case integersBelow65536 = "integers_0_65536"
        case integersBelow2e40 = "integers_0_2e40"
        case choiceByWeight = "choice_p"
        case tenOf65535 = "choice_noreplace_1_65535_10"
        case twentyOf30 = "choice_noreplace_20_of_30"
        case firstOf5000Of12000 = "choice_noreplace_5000_of_12000_first10"
        case permutationOf12 = "permutation_12"
        case normal = "standard_normal"
        case exponential
        case poisson3 = "poisson_3"
    }
}

extension NumPyVectors {
    static let path = "reference/numpy-default_rng.json"
    static let seeds: [(String, Seed)] = [
        ("0", 0), ("1", 1), ("42", 42), ("4294967295", 4_294_967_295),
        ("123456789012345678901234567890", 123_456_789_012_345_678_901_234_567_890),
    ]

    private struct Reference: Decodable { let seeds: [String: NumPyVectors] }

    init(ofSeed name: String) throws {
        let url = try #require(SharedData.url(Self.path))
        let reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
        self = try #require(reference.seeds[name])
    }
}

@Suite("NumPy's default generator", .enabled(if: SharedData.has(NumPyVectors.path), "needs the shared vectors"))
struct NumPyVectorTests {
    @Test("words and floats equal the reference", arguments: NumPyVectors.seeds)
    func bits(name: String, seed: Seed) throws {
        let expected = try NumPyVectors(ofSeed: name)
        #expect(SeedSequence(seed).words(expected.seedSequence.count) == expected.seedSequence)
        var generator = NumPyGenerator(seed: seed)
        #expect(expected.raw.map { _ in "\(generator.next())" } == expected.raw)
        generator = NumPyGenerator(seed: seed)
        #expect(generator.random(count: expected.random.count).map(\.description) == expected.random)
    }

    @Test("bounded integers equal the reference", arguments: NumPyVectors.seeds)
    func integers(name: String, seed: Seed) throws {
        let expected = try NumPyVectors(ofSeed: name)
        var generator = NumPyGenerator(seed: seed)
        #expect(generator.integers(in: 0..<10, count: expected.integersBelow10.count) == expected.integersBelow10)
        generator = NumPyGenerator(seed: seed)
        let words = generator.integers(in: 0..<65536, count: expected.integersBelow65536.count)
        #expect(words == expected.integersBelow65536)
        generator = NumPyGenerator(seed: seed)
        let wide = generator.integers(in: 0..<(1 << 40), count: expected.integersBelow2e40.count)
        #expect(wide.map(\.description) == expected.integersBelow2e40)
    }

    @Test("choices and permutations equal the reference", arguments: NumPyVectors.seeds)
    func choices(name: String, seed: Seed) throws {
        let expected = try NumPyVectors(ofSeed: name)
        var generator = NumPyGenerator(seed: seed)
        let ports = try generator.choices(
            of: [80, 443, 22, 53], probabilities: [0.6, 0.3, 0.05, 0.05], count: expected.choiceByWeight.count)
        #expect(ports == expected.choiceByWeight)
        generator = NumPyGenerator(seed: seed)
        #expect(try generator.sample(of: 1...65535, count: 10) == expected.tenOf65535)
        generator = NumPyGenerator(seed: seed)
        #expect(try generator.sample(of: 0..<30, count: 20) == expected.twentyOf30)
        generator = NumPyGenerator(seed: seed)
        #expect(try Array(generator.sample(of: 0..<12000, count: 5000).prefix(10)) == expected.firstOf5000Of12000)
        generator = NumPyGenerator(seed: seed)
        #expect(generator.permutation(of: 0..<12) == expected.permutationOf12)
    }

    @Test("normal, exponential and Poisson draws equal the reference", arguments: NumPyVectors.seeds)
    func distributions(name: String, seed: Seed) throws {
        let expected = try NumPyVectors(ofSeed: name)
        var generator = NumPyGenerator(seed: seed)
        #expect(expected.normal.map { _ in generator.normal().description } == expected.normal)
        generator = NumPyGenerator(seed: seed)
        #expect(expected.exponential.map { _ in generator.exponential().description } == expected.exponential)
        generator = NumPyGenerator(seed: seed)
        #expect(expected.poisson3.map { _ in generator.poisson(mean: 3) } == expected.poisson3)
    }
}
