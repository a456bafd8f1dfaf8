/// NumPy's `SeedSequence`: spreads a seed, however poor, over as many well-mixed words as a generator needs.
///
/// Children made by ``spawn(_:)`` start independent streams, so that parts of a simulation can draw
/// without disturbing each other's numbers.
///
///     var seeds = SeedSequence(42)
///     seeds.words(2)                  // [3444837047, 2669555309]
///     let children = seeds.spawn(2)
///
/// The hash is Melissa O'Neill's `seed_seq_fe128` (2015) with the constants NumPy settled on; the words
/// equal those of NumPy 2.4.
public struct SeedSequence: Hashable, Sendable {
    /// The seed that every descendant shares.
    public let entropy: Seed
    /// The path of child numbers that led from the root to this sequence; empty for the root.
    private let spawnKey: [UInt32]
    private var childrenSpawned: UInt32 = 0
    private let pool: [UInt32]

    /// The root sequence of `entropy`.
    public init(_ entropy: Seed) {
        self.init(entropy, spawnKey: [])
    }

    /// The sequence that a path of child numbers leads to, without spawning those on the way.
    init(_ entropy: Seed, spawnKey: [UInt32]) {
        self.entropy = entropy
        self.spawnKey = spawnKey
        pool = Self.mixedPool(of: Self.assembled(entropy.words, spawnKey))
    }

    /// Makes the next `count` children; no child is ever made twice by the same sequence.
    public mutating func spawn(_ count: Int) -> [SeedSequence] {
        let numbers = childrenSpawned..<childrenSpawned + UInt32(count)
        childrenSpawned = numbers.upperBound
        return numbers.map { SeedSequence(entropy, spawnKey: spawnKey + [$0]) }
    }

    /// The first `count` 32-bit words of the sequence's state.
    public func words(_ count: Int) -> [UInt32] {
        var hash = HashConstant.output
        return (0..<count).map { hash.mixing(pool[$0 % pool.count]) }
    }

    /// The first `count` 64-bit words, each from two 32-bit ones, the lower first.
    func wideWords(_ count: Int) -> [UInt64] {
        let halves = words(2 * count)
        return (0..<count).map { UInt64(halves[2 * $0]) | UInt64(halves[2 * $0 + 1]) << 32 }
    }
}

extension SeedSequence {
    private static let poolSize = 4

    /// A child's key must not be able to imitate a longer seed, so the seed is padded when there is a key.
    private static func assembled(_ seed: [UInt32], _ key: [UInt32]) -> [UInt32] {
        guard !key.isEmpty, seed.count < poolSize else { return seed + key }
        return seed + [UInt32](repeating: 0, count: poolSize - seed.count) + key
    }

    private static func mixedPool(of entropy: [UInt32]) -> [UInt32] {
        var hash = HashConstant.input
        var pool = (0..<poolSize).map { hash.mixing($0 < entropy.count ? entropy[$0] : 0) }
        for source in 0..<poolSize {
            for target in 0..<poolSize where target != source {
                pool[target] = mix(pool[target], hash.mixing(pool[source]))
            }
        }
        for word in entropy.dropFirst(poolSize) {
            for target in 0..<poolSize { pool[target] = mix(pool[target], hash.mixing(word)) }
        }
        return pool
    }

    private static func mix(_ left: UInt32, _ right: UInt32) -> UInt32 {
        let mixed = 0xca01_f9dd &* left &- 0x4973_f715 &* right
        return mixed ^ (mixed >> 16)
    }
}

/// The running multiplier of the hash: every word is mixed with another one.
private struct HashConstant {
    static let input = HashConstant(value: 0x43b0_d7e5, multiplier: 0x931e_8875)
    static let output = HashConstant(value: 0x8b51_f9dd, multiplier: 0x58f3_8ded)

    var value: UInt32
    let multiplier: UInt32

    mutating func mixing(_ word: UInt32) -> UInt32 {
        let keyed = word ^ value
        value &*= multiplier
        let mixed = keyed &* value
        return mixed ^ (mixed >> 16)
    }
}
