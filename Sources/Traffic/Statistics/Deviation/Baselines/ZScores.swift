/// Numbers measured against each other: how far each is from their middle, in scales.
///
///     try ZScores.standard(of: [1, 2, 3, 4, 100])     // ends with 1.8: the outlier hides itself
///     try ZScores.robust(of: [1, 2, 3, 4, 100])       // ends with 65.4
///
/// To measure a series against its *past*, use a ``Baseline``. Gaps stay gaps; where all numbers are one and the same,
/// all scores are zero.
public enum ZScores {
    /// By mean and sample standard deviation.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰.
    /// - Complexity: O(*n*).
    public static func standard(of values: [Double?]) throws(StatisticsError) -> [Double?] {
        scores(of: values, Spread(meanOf: try OrderedReadings.known(values, for: "z-scores")))
    }

    /// By median and MAD, as in ``MedianBaseline``.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰.
    /// - Complexity: O(*n* log *n*).
    public static func robust(of values: [Double?]) throws(StatisticsError) -> [Double?] {
        scores(of: values, Spread(medianOf: try OrderedReadings.known(values, for: "z-scores")))
    }

    private static func scores(of values: [Double?], _ spread: Spread) -> [Double?] {
        values.map { $0.map { spread.scale > 0 ? (($0 - spread.centre) / spread.scale).held : 0 } }
    }
}
