/// What the entropy of counts is computed from, kept up to date while counts change one by one.
///
/// Ĥ = log *n* − (1/*n*) Σ *c* log *c*. The sum is a whole number (``FixedLogarithm``), so what a count adds is taken
/// back to the last bit: the state follows from the counts alone, however they came about, and never drifts.
struct EntropySum: Hashable, Sendable {
    /// The number of observations.
    private(set) var total = 0
    /// How many counts are above zero.
    private(set) var support = 0
    /// Σ *c* log *c*.
    private var sum: Int128 = 0
    private let logarithm = FixedLogarithm.base2

    /// Nothing counted.
    init() {}

    /// What is computed from counts, of which those of zero or less are none; nil for more observations than a number
    /// takes.
    init?(of counts: [Int]) {
        for count in counts where count > 0 { guard add(count, times: 1) else { return nil } }
    }

    /// What is computed from the counts of a sample; nil for more observations than a number takes.
    init?(of spectrum: CountSpectrum) {
        for group in spectrum.groups { guard add(group.count, times: group.multiplicity) else { return nil } }
    }

    /// - Returns: whether there is room for so many counts; otherwise nothing is added that can be used.
    @inline(__always)
    private mutating func add(_ count: Int, times: Int) -> Bool {
        let (observations, isTooLarge) = count.multipliedReportingOverflow(by: times)
        let (total, isTooMany) = self.total.addingReportingOverflow(observations)
        self.total = total
        support &+= times
        sum &+= logarithm.weighted(count) &* Int128(times)
        return !isTooLarge && !isTooMany
    }

    /// A count goes up by one; there is room for it.
    @inline(__always)
    mutating func raise(from count: Int) {
        total += 1
        support += count == 0 ? 1 : 0
        sum += logarithm.rise(from: count)
    }

    /// A count above zero goes down by one.
    @inline(__always)
    mutating func lower(from count: Int) {
        total -= 1
        support -= count == 1 ? 1 : 0
        sum -= logarithm.rise(from: count - 1)
    }

    /// A count changes by any amount for which there is room.
    mutating func change(from old: Int, to new: Int) {
        total += new - old
        support += (new > 0 ? 1 : 0) - (old > 0 ? 1 : 0)
        sum += logarithm.weighted(new) - logarithm.weighted(old)
    }

    /// The entropy in bits; zero where nothing was counted.
    @inline(__always)
    var bits: Double { EntropyFigure(total: total, logarithm).bits(sum: sum) }

    /// The entropy over that of as many values alike: zero below two values, and never above one.
    var normalizedBySupport: Double {
        guard support > 1 else { return 0 }
        return min(bits / logarithm.bits(support), 1)
    }
}
