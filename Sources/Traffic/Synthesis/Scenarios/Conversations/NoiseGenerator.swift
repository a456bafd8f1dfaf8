/// Random numbers for what a conversation needs many of, cheaply: SplitMix64.
///
/// Each conversation has its own, so what one draws changes no other.
///
/// Source: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
struct NoiseGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= Self.increment
        return Self.mixed(state)
    }

    /// A number uniformly distributed over [0, 1).
    mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number uniformly distributed between the bounds.
    mutating func uniform(in bounds: ClosedRange<Double>) -> Double {
        bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * uniform()
    }

    /// The word at a place of the sequence that begins with `seed`, without those before it.
    static func word(_ seed: UInt64, at place: UInt64) -> UInt64 { mixed(seed &+ (place &+ 1) &* increment) }

    private static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

    private static func mixed(_ word: UInt64) -> UInt64 {
        var word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
        word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
        return word ^ word >> 31
    }
}
