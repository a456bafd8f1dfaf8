/// The number a random stream starts from: any non-negative integer, however large.
///
/// A seed is kept as 32-bit words, the lowest first, which is what `SeedSequence` mixes.
///
///     let generator = NumPyGenerator(seed: 42)
///     let large: Seed = 123_456_789_012_345_678_901_234_567_890
public struct Seed: Hashable, Sendable {
    /// The words of the number, lowest first; never empty, and without leading zero words.
    public let words: [UInt32]

    /// A seed from any integer.
    /// - Precondition: `value` is not negative.
    public init(_ value: some BinaryInteger) {
        demand(value >= 0, "a seed is never negative, but this one is \(value): give 0 or any larger whole number")
        let limbs = value.words.map { UInt64(truncatingIfNeeded: $0) }
        self.init(limbs: limbs)
    }

    private init(limbs: [UInt64]) {
        var words = limbs.flatMap { [UInt32(truncatingIfNeeded: $0), UInt32(truncatingIfNeeded: $0 >> 32)] }
        while words.count > 1, words.last == 0 { words.removeLast() }
        self.words = words.isEmpty ? [0] : words
    }
}

extension Seed: ExpressibleByIntegerLiteral {
    /// A seed written in the source, of any length.
    /// - Precondition: the literal is not negative.
    public init(integerLiteral value: StaticBigInt) {
        demand(value.signum() >= 0, "a seed is never negative: write 0 or any larger whole number")
        let limbs = (0...value.bitWidth / UInt.bitWidth).map { UInt64(value[$0]) }
        self.init(limbs: limbs)
    }
}
