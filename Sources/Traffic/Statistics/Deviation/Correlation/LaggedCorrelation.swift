/// The correlation of two series when one is moved against the other.
///
///     let lagged = try LaggedCorrelation(of: scans, logins, upTo: 12)
///     lagged.strongest?.lag                           // 3: logins follow scans by three windows
///     lagged.strongest?.correlation.coefficient       // 0.71
///     lagged.pValue                                   // 0.0001
///
/// The strongest of many lags is stronger than one picked beforehand, by chance alone: ``pValue`` reckons with that,
/// the correlation's own does not. And two series that both have a daily rhythm correlate at some lag without either
/// causing the other; see ``Correlation/pValue``.
public struct LaggedCorrelation: Hashable, Sendable {
    /// A lag and the correlation there.
    public struct Lag: Hashable, Sendable {
        /// By how many places the second series comes after the first.
        public let lag: Int
        /// How the series go together then.
        public let correlation: Correlation
    }

    /// All lags at which anything can be said, ascending.
    public let lags: [Lag]

    /// Correlates each value of `first` with the one `lag` places later in `second`, for all lags from −`most` to
    /// `most`.
    /// - Parameters:
    ///   - first: a series, with nil for its gaps.
    ///   - second: as many values, of the same times.
    ///   - most: the greatest lag; none that leaves fewer than three places is looked at.
    ///   - kind: what is compared.
    /// - Throws: ``StatisticsError`` for unequal lengths, a negative lag, and a value not finite or beyond 10¹⁵⁰.
    /// - Complexity: O(*n* · most), with a factor log *n* for ranks.
    public init(
        of first: [Double?], _ second: [Double?], upTo most: Int, _ kind: Correlation.Kind = .pearson
    ) throws(StatisticsError) {
        guard most >= 0 else {
            throw .outOfRange(argument: "greatest lag", value: "\(most)", allowed: "zero or more")
        }
        try Correlation.check(first, second)
        let reach = min(most, max(first.count - 3, 0))
        lags = (-reach...reach).compactMap { lag in
            let (left, right) = (first.dropFirst(max(-lag, 0)), second.dropFirst(max(lag, 0)))
            return Correlation(ofChecked: left, right, kind).map { Lag(lag: lag, correlation: $0) }
        }
    }

    /// The lag of the greatest coefficient, whatever its sign; of equals the nearest to zero, then the positive one.
    public var strongest: Lag? {
        lags.max { left, right in
            let (less, more) = (abs(left.correlation.coefficient), abs(right.correlation.coefficient))
            return less != more ? less < more : (-abs(left.lag), left.lag) < (-abs(right.lag), right.lag)
        }
    }

    /// The chance of such a correlation at any of the lags, if the series had nothing to do with each other: the
    /// smallest ``Correlation/pValue`` times the number of lags, one at most (Bonferroni). That is more than the truth
    /// where neighbouring lags say much the same. Nil without lags. It takes values as independent, as that one does.
    public var pValue: Double? {
        lags.map(\.correlation.pValue).min().map { min($0 * Double(lags.count), 1) }
    }
}
