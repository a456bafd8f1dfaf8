/// NumPy's `default_rng`, number for number: a lesson ported from Python keeps its figures.
///
/// Every method draws exactly the bits its NumPy namesake (2.4) draws, in the same order, so a mixed
/// program of draws stays in step too.
///
///     var generator = NumPyGenerator(seed: 42)
///     generator.random()                       // 0.7739560485559633
///     generator.integer(in: 0..<10)            // as rng.integers(0, 10)
///
/// The generator is a value: a copy repeats the same numbers. Pass it `inout` to share one stream.
public struct NumPyGenerator: RandomNumberGenerator, Hashable, Sendable {
    private var seeds: SeedSequence
    private var bits: PCG64
    private var spareHalf: UInt32?

    /// The generator of `numpy.random.default_rng(seed)`.
    public init(seed: Seed) {
        self.init(SeedSequence(seed))
    }

    /// The generator that starts from a sequence, for instance a spawned one.
    public init(_ seeds: SeedSequence) {
        self.seeds = seeds
        bits = PCG64(seeds)
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 { bits.next() }

    /// Makes `count` independent generators, without drawing from this one.
    public mutating func spawn(_ count: Int) -> [NumPyGenerator] {
        seeds.spawn(count).map(NumPyGenerator.init)
    }

    /// A number uniformly distributed over [0, 1), a multiple of 2⁻⁵³.
    public mutating func random() -> Double {
        Double(bits.next() >> 11) * 0x1p-53
    }

    /// `count` numbers uniformly distributed over [0, 1).
    public mutating func random(count: Int) -> [Double] {
        (0..<count).map { _ in random() }
    }

    /// A number uniformly distributed between the bounds.
    public mutating func uniform(in bounds: Range<Double>) -> Double {
        bounds.lowerBound + (bounds.upperBound - bounds.lowerBound) * random()
    }

    /// 32 random bits: the low half of a 64-bit word first, and its high half at the next call.
    mutating func nextHalf() -> UInt32 {
        if let half = spareHalf {
            spareHalf = nil
            return half
        }
        let word = bits.next()
        spareHalf = UInt32(truncatingIfNeeded: word >> 32)
        return UInt32(truncatingIfNeeded: word)
    }
}
