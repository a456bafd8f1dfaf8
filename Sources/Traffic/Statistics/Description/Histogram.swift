/// How many numbers fall into each of a row of equally wide bins.
///
///     let sizes = try Histogram(of: [60, 60, 1500], binWidth: 500)
///     sizes.bins.map(\.count)     // [2, 0, 0, 1]
///
/// Bins begin at whole multiples of the width, so histograms of the same width can be compared; a number on an edge
/// belongs to the bin above it. The entropy of binned values depends on the width: state it.
public struct Histogram: Hashable, Sendable {
    /// One bin: the numbers from `lowerBound` up to, not including, `lowerBound` plus the width.
    public struct Bin: Hashable, Sendable {
        /// Where the bin begins.
        public let lowerBound: Double
        /// How many numbers it holds.
        public let count: Int
    }

    /// The width of every bin.
    public let binWidth: Double
    /// The bins from the lowest to the highest that holds anything, empty ones between them included.
    public let bins: [Bin]

    /// The most bins a histogram may have.
    public static let mostBins = 1_000_000

    /// Puts `values` into bins of `binWidth`.
    /// - Throws: ``StatisticsError`` where the width is not positive, a value is not finite, or the width is so small
    ///   that more than ``mostBins`` bins would be needed.
    public init(of values: some Sequence<Double>, binWidth: Double) throws(StatisticsError) {
        let values = Array(values)
        guard binWidth > 0, binWidth.isFinite else {
            throw .notPositive(argument: "bin width", value: "\(binWidth)")
        }
        if let bad = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(statistic: "histogram", index: bad, value: values[bad])
        }
        self.binWidth = binWidth
        bins = try Self.bins(of: values, width: binWidth)
    }
}

extension Histogram {
    private static func bins(of values: [Double], width: Double) throws(StatisticsError) -> [Bin] {
        let numbers = values.map { ($0 / width).rounded(.down) }
        guard let first = numbers.min(), let last = numbers.max() else { return [] }
        guard last - first < Double(mostBins) else { throw .tooManyBins(width: width, most: mostBins) }
        var counts = [Int](repeating: 0, count: Int(last - first) + 1)
        for number in numbers { counts[Int(number - first)] += 1 }
        return counts.indices.map { Bin(lowerBound: (first + Double($0)) * width, count: counts[$0]) }
    }
}
