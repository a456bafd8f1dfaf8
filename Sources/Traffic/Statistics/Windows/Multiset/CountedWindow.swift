/// A stretch of values that moves forward, with its entropy: what ``MultisetEntropy`` is to values that come and go in
/// any order, over a table that is at hand.
struct CountedWindow {
    private(set) var sum = EntropySum()
    private var held = 0..<0

    /// Moves to a stretch that neither begins nor ends before the one at hand.
    /// - Parameters:
    ///   - stretch: of the values.
    ///   - values: places in `counts`, the same at every move.
    ///   - counts: how often each place is in the window; all zero at first.
    @inline(__always)
    mutating func move(
        to stretch: Range<Int>, of values: Span<some FixedWidthInteger>, counting counts: inout MutableSpan<Int>
    ) {
        for index in held.lowerBound..<min(stretch.lowerBound, held.upperBound) {
            let place = Int(truncatingIfNeeded: values[index])
            let count = counts[place]
            counts[place] = count &- 1
            sum.lower(from: count)
        }
        for index in max(held.upperBound, stretch.lowerBound)..<stretch.upperBound {
            let place = Int(truncatingIfNeeded: values[index])
            let count = counts[place]
            counts[place] = count &+ 1
            sum.raise(from: count)
        }
        held = stretch
    }
}
