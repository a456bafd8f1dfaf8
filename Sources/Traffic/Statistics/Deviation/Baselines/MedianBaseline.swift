/// The median of the past and its median absolute deviation (MAD), at any time.
///
/// The MAD is multiplied by 1.4826, so that for normal values it is their standard deviation (Hampel, Journal of the
/// American Statistical Association 69, 1974). Up to half of the past may be anything without the baseline moving far.
/// Where more than half of it is one value, and the MAD zero, the mean absolute deviation times 1.2533 stands in
/// (Iglewicz and Hoaglin, 1993); only a constant past has a scale of zero.
public struct MedianBaseline: Baseline, Hashable {
    private let spread: Spread
    private let options: BaselineOptions

    /// Learns from `past`.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, and for options out of range.
    /// - Complexity: O(*n* log *n*).
    public init(fitting past: some Sequence<Reading>, options: BaselineOptions = .init()) throws(StatisticsError) {
        try options.validate()
        self.options = options
        spread = Spread(medianOf: try OrderedReadings(past, for: "median baseline").values)
    }

    /// The same at every time.
    public func expectation(at time: Timestamp) -> Expectation {
        spread.expectation(needing: options.needed, scaleAtLeast: options.smallestScale)
    }
}
