/// Values that enter and leave a window, with the sum from which their entropy follows: what ``MultisetEntropy`` is to
/// values that come and go in any order, over a table that is at hand.
struct CountedWindow {
    private let logarithm = FixedLogarithm.base2
    /// Σ *c* log *c*, as in ``EntropySum``.
    private(set) var sum: Int128 = 0

    /// A value enters.
    /// - Parameters:
    ///   - value: its place in `counts`.
    ///   - counts: how often each place is in the window; all zero at first.
    @inline(__always)
    mutating func add(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>) {
        sum &+= logarithm.rise(from: counts.change(value, by: 1))
    }

    /// A value that is there leaves.
    @inline(__always)
    mutating func remove(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>) {
        sum &-= logarithm.rise(from: counts.change(value, by: -1) &- 1)
    }
}

extension MutableSpan<Int> {
    /// Changes the count at a place.
    /// - Returns: the count before.
    @inline(__always)
    mutating func change(_ place: some FixedWidthInteger, by amount: Int) -> Int {
        let place = Int(truncatingIfNeeded: place)
        let count = self[place]
        self[place] = count &+ amount
        return count
    }
}
