/// The permuted congruential generator PCG XSL RR 128/64 (M. O'Neill, 2014): NumPy's default source of bits.
///
/// 128 bits of state step linearly; each output folds the two halves and rotates them by the top six bits.
/// The period is 2¹²⁸. Not for secrets: outputs reveal the state.
public struct PCG64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt128
    private let increment: UInt128

    /// A generator whose state and stream are taken from `seeds`, as NumPy's `PCG64(seed)` does.
    public init(_ seeds: SeedSequence) {
        let words = seeds.wideWords(4)
        let start = UInt128(words[0]) << 64 | UInt128(words[1])
        let stream = UInt128(words[2]) << 64 | UInt128(words[3])
        increment = stream << 1 | 1
        state = 0
        step()
        state &+= start
        step()
    }

    /// The next 64 uniformly distributed bits.
    @inline(__always)
    public mutating func next() -> UInt64 {
        step()
        let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
        let rotation = UInt64(truncatingIfNeeded: state >> 122)
        return folded >> rotation | folded << ((64 - rotation) & 63)
    }

    @inline(__always)
    private mutating func step() {
        state = state &* Self.multiplier &+ increment
    }

    /// Computed, which costs nothing: a stored one would be looked for at every step.
    private static var multiplier: UInt128 {
        UInt128(2_549_297_995_355_413_924) << 64 | UInt128(4_865_540_595_714_422_341)
    }
}
