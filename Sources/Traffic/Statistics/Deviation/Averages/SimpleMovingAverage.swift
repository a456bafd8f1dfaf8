/// The mean of the last values of a series.
///
///     var average = try SimpleMovingAverage(window: 3)
///     try [1, 2, 6, 7].map { try average.add($0) }      // nil, nil, 3.0, 5.0
///
/// Nothing is ever subtracted: each mean adds a sum over the end of one block of values to one over the beginning of
/// the next (after van Herk, Pattern Recognition Letters 13, 1992), so ten million values later it is as exact as at
/// first.
public struct SimpleMovingAverage: Hashable, Sendable {
    private let window: Int
    private let least: Int
    private var block: [Double?] = []
    /// Sums and counts over the previous block from each place to its end.
    private var suffixes: [Tally] = []
    private var prefix = Tally()
    private var given = 0

    private struct Tally: Hashable, Sendable {
        var sum = 0.0
        var count = 0
    }

    /// An average over the last `window` values, gaps counted in.
    /// - Parameters:
    ///   - window: the number of values, above zero.
    ///   - least: how many of them must be there; all, if not said.
    /// - Throws: ``StatisticsError`` for a window that is not above zero, or a `least` that is not in 1...window.
    public init(window: Int, atLeast least: Int? = nil) throws(StatisticsError) {
        guard window > 0 else { throw .notPositive(argument: "window of the moving average", value: "\(window)") }
        let least = least ?? window
        guard (1...window).contains(least) else {
            throw .outOfRange(
                argument: "least values of the moving average", value: "\(least)", allowed: "one from 1 to \(window)")
        }
        (self.window, self.least) = (window, least)
    }

    /// Takes one more value, nil for a gap, and gives the mean of the window it ends; nil where that has too few
    /// values.
    /// - Throws: ``StatisticsError`` for one that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1) on average.
    public mutating func add(_ value: Double?) throws(StatisticsError) -> Double? {
        if let value { try OrderedReadings.check(value, at: given, for: "moving average") }
        given += 1
        if block.count == window { startBlock() }
        block.append(value)
        if let value { prefix = Tally(sum: prefix.sum + value, count: prefix.count + 1) }
        let rest = block.count < suffixes.count ? suffixes[block.count] : Tally()
        let count = rest.count + prefix.count
        return count >= least ? (rest.sum + prefix.sum) / Double(count) : nil
    }

    private mutating func startBlock() {
        suffixes = [Tally](repeating: Tally(), count: window)
        var tally = Tally()
        for place in block.indices.reversed() {
            if let value = block[place] { tally = Tally(sum: tally.sum + value, count: tally.count + 1) }
            suffixes[place] = tally
        }
        block.removeAll(keepingCapacity: true)
        prefix = Tally()
    }
}
