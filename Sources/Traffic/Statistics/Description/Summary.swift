/// The usual figures of a set of numbers.
///
///     let summary = try Summary(of: [1, 2, 3, 10])
///     summary.mean                  // 4.0
///     summary.median                // 2.5
///     summary.standardDeviation     // 4.08…
public struct Summary: Hashable, Sendable {
    /// How many numbers there are.
    public let count: Int
    /// Their arithmetic mean.
    public let mean: Double
    /// The sample standard deviation (dividing by count − 1); zero for a single number.
    public let standardDeviation: Double
    /// The standard deviation of just these numbers (dividing by count).
    public let populationStandardDeviation: Double
    /// The smallest number.
    public let min: Double
    /// The largest number.
    public let max: Double
    /// The middle number in order, or the mean of the middle two.
    public let median: Double

    /// Summarises `values`.
    /// - Throws: ``StatisticsError`` when there are none, one is not finite, or they are so large that their squares
    ///   have no sum.
    /// - Complexity: O(*n* log *n*).
    public init(of values: some Sequence<Double>) throws(StatisticsError) {
        let ordered = try Self.checked(Array(values)).sorted()
        let moments = Moments(ordered)
        count = moments.count
        mean = moments.mean
        standardDeviation = moments.sampleVariance.squareRoot()
        populationStandardDeviation = moments.populationVariance.squareRoot()
        min = moments.min
        max = moments.max
        guard moments.populationVariance.isFinite, moments.sampleVariance.isFinite else {
            throw .outOfRange(
                argument: "spread of the summary", value: "\(min) to \(max)", allowed: "numbers below 1e150")
        }
        median = Quantile.value(0.5, ofAscending: ordered)
    }

    private static func checked(_ values: [Double]) throws(StatisticsError) -> [Double] {
        guard !values.isEmpty else { throw .noValues(statistic: "summary") }
        if let bad = values.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(statistic: "summary", index: bad, value: values[bad])
        }
        return values
    }
}
