/// The entropy of a number of observations, from the Σ *c* log *c* of their counts.
///
/// Where the number stays the same, as in a window of so many packets, this is what is computed but once.
struct EntropyFigure {
    private let weighted: Int128
    private let total: Double

    @inline(__always)
    init(total: Int, _ logarithm: FixedLogarithm) {
        weighted = total > 0 ? logarithm.weighted(total) : 0
        self.total = Double(max(total, 1))
    }

    /// The entropy in bits; zero where there are no observations.
    @inline(__always)
    func bits(sum: Int128) -> Double {
        let rest = max(weighted &- sum, 0)
        let high = Double(Int64(truncatingIfNeeded: rest >> 64)) * 0x1p64
        return (high + Double(UInt64(truncatingIfNeeded: rest))) * 0x1p-56 / total
    }
}
