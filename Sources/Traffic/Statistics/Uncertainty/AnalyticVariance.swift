internal import Glibc

/// An estimator whose variance is known from a formula.
///
/// Such formulas hold for independent observations, and enough of them that every value of the source was seen several
/// times. Packets of one flow are not independent: count flows, or take the interval for too narrow.
public protocol AnalyticVariance: EntropyEstimator {
    /// The variance of the estimate in squared nats; zero where at most one value was seen.
    /// - Complexity: O(number of groups).
    func variance(of spectrum: CountSpectrum) -> Double
}

extension PlugIn: AnalyticVariance {
    /// (Σ *p* ln² *p* − *H*²) / *n* with the shares *p* of the *k* values that were seen, and at least (*k* − 1) /
    /// 2*n*².
    ///
    /// The latter is the variance where all values are equally likely, and the first order vanishes. There the shares
    /// of a sample, which differ by chance, make the formula about twice too large.
    /// Source: G. P. Basharin, Theory of Probability and its Applications 4, 1959; B. Harris, The statistical
    /// estimation of entropy in the non-parametric case, 1975.
    public func variance(of spectrum: CountSpectrum) -> Double {
        let (size, entropy) = (spectrum.size, nats(of: spectrum))
        guard spectrum.support > 1 else { return 0 }
        let spread = spectrum.sum { count in
            let surprise = -log(count / size) - entropy
            return count / size * surprise * surprise
        }
        return max(spread / size, Double(spectrum.support - 1) / (2 * size * size))
    }
}

extension MillerMadow: AnalyticVariance {
    /// That of the plug-in estimate: once all values of the source were seen, the correction does not vary.
    public func variance(of spectrum: CountSpectrum) -> Double { PlugIn().variance(of: spectrum) }
}
