/// Whether a series tends upwards or downwards at all, however crooked its way: the test of Mann and Kendall.
///
///     let test = try MannKendall(of: readings)
///     test?.tau            // 0.31: of two values the later is mostly the greater
///     test?.pValue         // 0.004
///
/// (Mann, Econometrica 13, 1945; Kendall, Rank Correlation Methods, 1975, with ties and continuity correction.) Like
/// every such test it takes the values as independent: those of a series that remembers trend by chance more often.
public struct MannKendall: Hashable, Sendable {
    /// Pairs that rise less pairs that fall.
    public let score: Int
    /// The score by the most there could be, corrected for ties (tau-b), from −1 to 1.
    public let tau: Double
    /// The score in standard deviations, drawn towards zero by one.
    public let z: Double
    /// The chance of as much, either way, without a trend.
    public let pValue: Double

    /// Tests readings in order of time; nil with fewer than three, or all of them equal. Equal times keep the order in
    /// which they came.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰.
    /// - Complexity: O(*n* log *n*).
    public init?(of readings: some Sequence<Reading>) throws(StatisticsError) {
        let values = try OrderedReadings(readings, for: "Mann–Kendall test").values
        let ties = TiedRuns(ofAscending: values.sorted())
        let pairs = values.count * (values.count - 1) / 2
        guard values.count >= 3, ties.lengths.count > 1 else { return nil }
        score = pairs - ties.pairCount - 2 * TurnedPairs.count(values)
        tau = Double(score) / (Double(pairs).squareRoot() * Double(pairs - ties.pairCount).squareRoot())
        let weights = [values.count] + ties.lengths
        let terms = weights.map { Double($0) * Double($0 - 1) * Double(2 * $0 + 5) }
        let variance = (terms[0] - terms.dropFirst().reduce(0, +)) / 18
        z = Double(score - score.signum()) / variance.squareRoot()
        pValue = min(2 * StandardNormal.cumulative(-abs(z)), 1)
    }
}
