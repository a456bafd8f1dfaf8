/// The entropy of a number of observations, from the Σ *c* log *c* of their counts.
///
/// Where the number stays the same, as in a window of so many packets, this is what is computed but once.
struct EntropyFigure {
    /// *n* log *n*, from which the sum is taken.
    let weighted: Int128
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
        guard rest < 1 << 85 else { return Double(rest) * 0x1p-56 / total }
        return bits(halves: FixedLogarithm.halves(rest))
    }

    /// The same of what is left of *n* log *n*, in halves (``FixedLogarithm/halves(_:)``): their sum is rounded once.
    @inline(__always)
    func bits(halves: SIMD2<Double>) -> Double {
        (halves.x + halves.y) / total
    }
}
