/// An estimator that knows more of the source's entropy than a figure: how likely every other is, given the sample.
///
/// Unlike an ``AnalyticVariance``, which says how estimates scatter from sample to sample, this is how uncertain the
/// entropy still is after the sample at hand; it holds as far as the estimator's prior does.
public protocol PosteriorVariance: EntropyEstimator {
    /// The variance of the source's entropy in squared nats, given the sample.
    /// - Throws: ``StatisticsError`` where the sample cannot be from the source that the estimator was told of.
    func posteriorVariance(of spectrum: CountSpectrum) throws(StatisticsError) -> Double
}

extension NSB: PosteriorVariance {
    /// The variance of the ``posterior(of:in:)``.
    public func posteriorVariance(of spectrum: CountSpectrum) throws(StatisticsError) -> Double {
        let deviation = try posterior(of: spectrum, in: .nats).standardDeviation
        return deviation * deviation
    }
}
