import Foundation
import Testing
import Traffic

@Suite("transfer entropy")
struct TransferEntropyTests {
    static func coins(_ seed: Int, count: Int = 4000) -> [Int] {
        var generator = NumPyGenerator(seed: Seed(seed))
        return generator.integers(in: 0..<2, count: count)
    }

    @Test("a series that follows another by a lag gets its whole entropy from it", arguments: 1...4)
    func follower(lag: Int) throws {
        let source = Self.coins(lag)
        let target = Array(repeating: 0, count: lag) + source.dropLast(lag)
        let transfer = try TransferEntropy(lag: lag)
        #expect(abs(try transfer.value(from: source, to: target) - 1) < 0.01)
        // Nothing flows back but the bias of (2 − 1)(2 − 1) · 2 / 2n nats, some times over.
        #expect(try transfer.value(from: target, to: source) < 0.005)
        #expect(try TransferEntropy(sourceHistory: 1, lag: lag + 1).value(from: source, to: target) < 0.005)
    }

    @Test("a longer history of the source finds what one value does not tell")
    func history() throws {
        let source = Self.coins(9)
        let target = [0, 0] + zip(source, source.dropFirst()).map { $0 ^ $1 }.dropLast()
        #expect(try TransferEntropy().value(from: source, to: target) < 0.01)
        #expect(abs(try TransferEntropy(sourceHistory: 2).value(from: source, to: target) - 1) < 0.02)
    }

    @Test("equals the definition over all histories", arguments: 1...100)
    func definition(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let source = generator.integers(in: 0..<3, count: 120)
        let target = generator.integers(in: 0..<3, count: 120)
        let places = 2..<120
        func counts(_ key: (Int) -> [Int]) -> Counts<[Int]> { Counts(places.map(key)) }
        func past(_ t: Int) -> [Int] { [target[t - 1], target[t - 2]] }
        let (next, alone) = (counts { past($0) + [target[$0]] }, counts(past))
        let all = counts { past($0) + [source[$0 - 1], target[$0]] }
        let both = counts { past($0) + [source[$0 - 1]] }
        let naive = Entropy.bits(of: next) - Entropy.bits(of: alone) - Entropy.bits(of: all) + Entropy.bits(of: both)
        let value = try TransferEntropy(history: 2).value(from: source, to: target)
        #expect(abs(value - naive) < 1e-12 && value >= 0, "seed \(seed)")
    }

    @Test("comes with its sample size, and the bias that Miller's correction takes off")
    func bias() throws {
        let (source, target) = (Self.coins(5, count: 400), Self.coins(6, count: 400))
        let transfer = try TransferEntropy(history: 2, sourceHistory: 1, lag: 3)
        let plain = try transfer.estimate(from: source, to: target, in: .nats)
        let corrected = try transfer.value(from: source, to: target, by: MillerMadow(), in: .nats)
        #expect(plain.sampleSize == 397 && plain.unit == .nats)
        #expect(plain.value == (try transfer.value(from: source, to: target, in: .nats)))
        // Of 16 series of four coins and 8 of three, against 8 and 4 without the source.
        #expect(abs(plain.bias - Double(16 - 8 - 8 + 4) / (2 * 397)) < 1e-15)
        #expect(abs(plain.value - corrected - plain.bias) < 1e-12)
    }

    @Test("does not depend on what the values are called")
    func labels() throws {
        let (source, target) = (Self.coins(1, count: 200), Self.coins(2, count: 200))
        let transfer = try TransferEntropy(history: 2, sourceHistory: 2)
        let words = try transfer.value(from: source.map { "s\($0)" }, to: target.map { $0 == 0 })
        #expect(try transfer.value(from: source, to: target) == words)
    }

    @Test("series that cannot be read side by side are named")
    func bad() throws {
        let transfer = try TransferEntropy(history: 2, sourceHistory: 3, lag: 2)
        #expect(throws: StatisticsError.unequalLengths(statistic: "transfer entropy", first: 1, second: 2)) {
            try transfer.value(from: [1], to: [1, 2])
        }
        #expect(throws: StatisticsError.tooFew(statistic: "transfer entropy", have: 4, need: 5)) {
            try transfer.value(from: [1, 2, 3, 4], to: [1, 2, 3, 4])
        }
        #expect(try transfer.value(from: [1, 2, 3, 4, 5], to: [1, 2, 3, 4, 5]) == 0)
        let endless = try TransferEntropy(sourceHistory: .max, lag: .max)
        #expect(throws: StatisticsError.self) { try endless.value(from: [1, 2], to: [1, 2]) }
        for size in [0, -1, Int.min] {
            #expect(throws: StatisticsError.notPositive(argument: "lag", value: "\(size)")) {
                try TransferEntropy(lag: size)
            }
        }
    }
}
