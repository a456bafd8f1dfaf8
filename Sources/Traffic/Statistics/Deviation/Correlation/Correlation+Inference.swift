internal import Glibc

/// What a coefficient says of the source that the series are a sample of.
///
/// Both take the pairs as drawn independently of each other. Series of traffic seldom are: values that trend, repeat
/// daily or remember the ones before bring along fewer independent pairs than ``Correlation/count``, so that the true
/// interval is wider, and two series that only share a rhythm have the smallest of p-values. Take the rhythm out first,
/// by a ``Baseline/zScores(of:)`` of each, or take fewer, distant windows.
extension Correlation {
    /// The chance of a coefficient as far from zero, either way, if the series had nothing to do with each other.
    ///
    /// By Student's t with n − 2 degrees of freedom: exact for Pearson's coefficient of normal values, and the usual
    /// approximation for Spearman's, rough for few pairs (Press et al., Numerical Recipes, sections 14.5 and 14.6).
    /// SciPy's `pearsonr` and `spearmanr` give the same.
    public var pValue: Double {
        StudentT.twoSidedChance(ofCorrelation: coefficient, degreesOfFreedom: Double(count - 2))
    }

    /// Where the coefficient of the source lies, by Fisher's transformation: with a variance of 1 / (n − 3) for
    /// Pearson's (as SciPy's `confidence_interval`), and of 1.06 / (n − 3) for Spearman's (Fieller, Hartley and
    /// Pearson, Biometrika 44, 1957). Nil for fewer than four places.
    /// - Throws: ``StatisticsError/notALevel(_:)``.
    public func interval(level: Double = 0.95) throws(StatisticsError) -> ConfidenceInterval? {
        let level = try ConfidenceInterval.checked(level)
        guard count > 3 else { return nil }
        guard abs(coefficient) < 1 else { return ConfidenceInterval(coefficient, coefficient, level: level) }
        let variance = (kind == .pearson ? 1 : 1.06) / Double(count - 3)
        let transformed = try ConfidenceInterval(
            around: atanh(coefficient), standardError: variance.squareRoot(), level: level)
        return ConfidenceInterval(tanh(transformed.lower), tanh(transformed.upper), level: level)
    }
}
