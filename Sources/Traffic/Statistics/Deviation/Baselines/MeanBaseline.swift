/// The mean of the past and its sample standard deviation, at any time.
///
/// One great outlier in the past widens the scale so far that no later one shows; take them out first
/// (``OutlierRemoval``) or use ``MedianBaseline``.
public struct MeanBaseline: Baseline, Hashable {
    private let spread: Spread
    private let options: BaselineOptions

    /// Learns from `past`.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, and for options out of range.
    /// - Complexity: O(*n* log *n*).
    public init(fitting past: some Sequence<Reading>, options: BaselineOptions = .init()) throws(StatisticsError) {
        try options.validate()
        self.options = options
        spread = Spread(meanOf: try OrderedReadings(past, for: "mean baseline").values)
    }

    /// The same at every time.
    public func expectation(at time: Timestamp) -> Expectation {
        spread.expectation(needing: options.needed, scaleAtLeast: options.smallestScale)
    }
}
