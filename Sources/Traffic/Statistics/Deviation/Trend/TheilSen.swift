/// The trend of a series by Theil and Sen: the median of the slopes of all pairs of points.
///
///     let trend = try TheilSen(of: readings)
///     trend.map { $0.slope * 86_400 }             // bits a day
///     trend?.interval.contains(0)                 // true: perhaps none at all
///
/// Up to 29 % of the points may be anything (Sen, Journal of the American Statistical Association 63, 1968). The
/// interval follows Sen, with his correction for ties; it and all figures are those of SciPy's `theilslopes`. It takes
/// the values as independent of each other: those of a series that remembers have a wider one.
public struct TheilSen: Hashable, Sendable {
    /// The change of y for each unit of x: for readings, by the second.
    public let slope: Double
    /// Where the slope of the source lies.
    public let interval: ConfidenceInterval
    /// The median of y less the slope times the median of x.
    public let intercept: Double

    /// The trend of points; nil where fewer than two have different x.
    /// - Throws: ``StatisticsError`` for unequal lengths, a value that is not finite or beyond 10¹⁵⁰, x closer together
    ///   than slopes can be told, and a level that is not between 0 and 1.
    /// - Complexity: O(*n* log *n*) for each of some 100 steps: 0.1 s for 10,000 points, 2 s for 100,000.
    public init?(x: [Double], y: [Double], level: Double = 0.95) throws(StatisticsError) {
        let level = try ConfidenceInterval.checked(level)
        guard x.count == y.count else {
            throw .unequalLengths(statistic: "Theil–Sen slope", first: x.count, second: y.count)
        }
        for index in x.indices {
            try OrderedReadings.check(x[index], at: index, for: "Theil–Sen slope")
            try OrderedReadings.check(y[index], at: index, for: "Theil–Sen slope")
        }
        guard let slopes = try PairSlopes(x: x, y: y) else { return nil }
        let ranks = Self.ranks(slopes, y: y, level: level)
        slope = slopes.median
        interval = ConfidenceInterval(
            slopes.value(ofRank: ranks.lower), slopes.value(ofRank: ranks.upper), level: level)
        intercept = (Self.median(y) - slope * Self.median(x)).held
    }

    /// The trend of readings, by the second since the first of them, so that the intercept belongs to that moment; nil
    /// with fewer than two that differ in time.
    /// - Throws: as ``init(x:y:level:)``.
    /// - Complexity: as ``init(x:y:level:)``.
    public init?(of readings: some Sequence<Reading>, level: Double = 0.95) throws(StatisticsError) {
        let ordered = try OrderedReadings(readings, for: "Theil–Sen slope")
        let x = ordered.times.map { Double($0.offset(from: ordered.times[0])) / 1e9 }
        try self.init(x: x, y: ordered.values, level: level)
    }
}

extension TheilSen {
    private static func median(_ values: [Double]) -> Double { Quantile.value(0.5, ofAscending: values.sorted()) }

    /// The ranks of the slopes at the interval's ends, from Kendall's variance.
    private static func ranks(_ slopes: PairSlopes, y: [Double], level: Double) -> (lower: Int, upper: Int) {
        let variance = (pairs(y.count) - ties(slopes.x) - ties(y.sorted())) / 18
        let reach = StandardNormal.quantile((1 + level) / 2) * max(variance, 0).squareRoot()
        let count = Double(slopes.count)
        let upper = min(((count + reach) / 2).rounded(.toNearestOrEven), count - 1)
        let lower = max(((count - reach) / 2).rounded(.toNearestOrEven) - 1, 0)
        return (Int(max(min(lower, count - 1), 0)), Int(max(upper, 0)))
    }

    private static func ties(_ ascending: [Double]) -> Double {
        TiedRuns(ofAscending: ascending).lengths.reduce(0) { $0 + pairs($1) }
    }

    private static func pairs(_ count: Int) -> Double {
        let count = Double(count)
        return count * (count - 1) * (2 * count + 5)
    }
}
