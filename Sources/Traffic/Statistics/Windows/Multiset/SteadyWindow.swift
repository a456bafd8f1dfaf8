/// A window that as many values enter as leave, with the entropy of those that are there.
protocol SteadyWindow {
    /// An empty one, for so many values.
    init(length: Int)

    /// A value enters; there are less than `length` of them.
    /// - Parameters:
    ///   - value: its place in `counts`.
    ///   - counts: how often each place is in the window; all zero at first.
    mutating func add(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>)

    /// A value that is there leaves, and another enters.
    mutating func replace<Value: FixedWidthInteger>(
        _ old: Value, by new: Value, counting counts: inout MutableSpan<Int>)

    /// The entropy in bits of as many values as its length.
    var bits: Double { get }
}

/// A window of any length.
struct LongWindow: SteadyWindow {
    private var window = CountedWindow()
    private let figure: EntropyFigure

    init(length: Int) {
        figure = EntropyFigure(total: length, .base2)
    }

    mutating func add(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>) {
        window.add(value, counting: &counts)
    }

    mutating func replace<Value: FixedWidthInteger>(
        _ old: Value, by new: Value, counting counts: inout MutableSpan<Int>
    ) {
        window.remove(old, counting: &counts)
        window.add(new, counting: &counts)
    }

    var bits: Double { figure.bits(sum: window.sum) }
}

/// A window of less than ``FixedLogarithm/tabled`` values, whose rises can all be looked up.
///
/// What is left of *n* log *n* is kept in halves: numbers of floating point, which nothing need be turned into, but so
/// small that no bit of them is ever rounded away (``FixedLogarithm/halves(_:)``).
struct ShortWindow: SteadyWindow {
    private let rises = FixedLogarithm.base2.halvedRises
    private let figure: EntropyFigure
    private var rest: SIMD2<Double>

    init(length: Int) {
        figure = EntropyFigure(total: length, .base2)
        rest = FixedLogarithm.halves(figure.weighted)
    }

    @inline(__always)
    mutating func add(_ value: some FixedWidthInteger, counting counts: inout MutableSpan<Int>) {
        rest -= rises[counts.change(value, by: 1)]
    }

    @inline(__always)
    mutating func replace<Value: FixedWidthInteger>(
        _ old: Value, by new: Value, counting counts: inout MutableSpan<Int>
    ) {
        let fall = rises[counts.change(old, by: -1) &- 1]
        rest += fall - rises[counts.change(new, by: 1)]
    }

    @inline(__always)
    var bits: Double { figure.bits(halves: rest) }
}
