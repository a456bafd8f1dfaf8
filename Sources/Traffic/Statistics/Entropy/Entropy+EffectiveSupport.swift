internal import Glibc

extension Entropy {
    /// How many equally frequent values would have the entropy of these counts: two to the power of the bits.
    ///
    ///     Entropy.effectiveSupport(of: [8, 8])        // 2.0
    ///     Entropy.effectiveSupport(of: [98, 1, 1])    // 1.12…
    ///
    /// Between one and the number of values that occur; one where nothing was counted.
    /// Source: M. O. Hill, Diversity and evenness, Ecology 54, 1973 (the number of order one).
    public static func effectiveSupport(of counts: some Sequence<Int>) -> Double {
        exp2(bits(of: counts))
    }
}
