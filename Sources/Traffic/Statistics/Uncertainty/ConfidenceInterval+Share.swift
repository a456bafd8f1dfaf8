extension ConfidenceInterval {
    /// Where the chance of a hit lies, of which so many were seen in so many independent tries: Wilson's score interval
    /// (Journal of the American Statistical Association 22, 1927).
    ///
    ///     try ConfidenceInterval.share(of: 19, in: 20)      // 0.76 to 0.99
    ///     try ConfidenceInterval.share(of: 0, in: 20)       // 0 to 0.16: never seen is not impossible
    ///
    /// It stays within zero and one, is of use from a single try on, and without any says: from zero to one. It has no
    /// correction for continuity, so that it holds the truth in a share `level` of cases on average over all chances,
    /// for some chances of few tries a little less often (Brown, Cai and DasGupta, Statistical Science 16, 2001). The
    /// figures are those of SciPy's `binomtest(…).proportion_ci(method="wilson")`.
    /// - Throws: ``StatisticsError`` for fewer than no tries, hits that are not from zero to `count`, and a level that
    ///   is not between 0 and 1.
    public static func share(
        of hits: Int, in count: Int, level: Double = 0.95
    ) throws(StatisticsError) -> ConfidenceInterval {
        let level = try checked(level)
        guard count >= 0 else { throw .outOfRange(argument: "tries", value: "\(count)", allowed: "zero or more") }
        guard (0...count).contains(hits) else {
            throw .outOfRange(argument: "hits", value: "\(hits)", allowed: "one from 0 to \(count), the tries")
        }
        guard count > 0 else { return ConfidenceInterval(0, 1, level: level) }
        let (hits, misses, tries) = (Double(hits), Double(count - hits), Double(count))
        let z = -StandardNormal.quantile((1 - level) / 2)
        let middle = hits + z * z / 2
        let reach = z * (hits * (misses / tries) + z * z / 4).squareRoot()
        // Without hits, or misses, that end is the end of the range itself, which rounding would miss.
        let lower = hits > 0 ? (middle - reach) / (tries + z * z) : 0
        let upper = misses > 0 ? (middle + reach) / (tries + z * z) : 1
        return ConfidenceInterval(lower, upper, level: level)
    }
}
