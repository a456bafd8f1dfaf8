/// Values that enter and leave a window, with their entropy: what ``MultisetEntropy`` is to values that come and go in
/// any order, over a table that is at hand.
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
        sum &+= logarithm.rise(from: Self.change(value, by: 1, in: &counts))
    }

    /// A value that is there leaves.
    @inline(__always)
    mutating func remove(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>) {
        sum &-= logarithm.rise(from: Self.change(value, by: -1, in: &counts) &- 1)
    }

    /// A value that is there leaves, and another enters: the sum, which takes two words, is changed but once.
    @inline(__always)
    mutating func replace<Value: FixedWidthInteger>(
        _ old: Value, by new: Value, counting counts: inout MutableSpan<Int>
    ) {
        let fewer = Self.change(old, by: -1, in: &counts) &- 1
        let more = Self.change(new, by: 1, in: &counts)
        sum &+= logarithm.rise(from: more, less: fewer)
    }

    /// - Returns: the count before.
    @inline(__always)
    private static func change(
        _ value: some FixedWidthInteger, by amount: Int, in counts: inout MutableSpan<Int>
    ) -> Int {
        let place = Int(truncatingIfNeeded: value)
        let count = counts[place]
        counts[place] = count &+ amount
        return count
    }
}
