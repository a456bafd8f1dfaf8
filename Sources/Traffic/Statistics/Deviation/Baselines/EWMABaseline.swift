/// The exponentially weighted mean and spread of the past: the newest readings count most.
///
///     var baseline = try EWMABaseline(fitting: past, smoothing: .span(60))
///     baseline.deviation(of: now)
///     try baseline.add(now)           // and so on, in constant memory
///
/// It follows slow change by itself, and for the same reason learns to accept an attack that grows slowly. Weights go
/// by readings, not by time; gaps leave it as it is.
public struct EWMABaseline: Baseline, Hashable {
    private var moments: ExponentialMoments
    private let options: BaselineOptions

    /// Learns from `past`, in order of time.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, and for arguments out of range.
    /// - Complexity: O(*n* log *n*), for the sorting.
    public init(
        fitting past: some Sequence<Reading>, smoothing: Smoothing, options: BaselineOptions = .init()
    ) throws(StatisticsError) {
        try options.validate()
        self.options = options
        moments = try ExponentialMoments(smoothing)
        for value in try OrderedReadings(past, for: "EWMA baseline").values { try moments.add(value) }
    }

    /// Learns one more reading, which counts as the newest whatever its time is.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰; the baseline stays as it was.
    /// - Complexity: O(1).
    public mutating func add(_ reading: Reading) throws(StatisticsError) { try moments.add(reading.value) }

    /// The same at every time.
    public func expectation(at time: Timestamp) -> Expectation {
        guard moments.count >= options.needed else {
            return .tooLittle(count: moments.count, needed: options.needed)
        }
        let scale = max(moments.variance.squareRoot(), options.smallestScale)
        return .known(value: moments.mean, scale: scale, count: moments.count)
    }
}
