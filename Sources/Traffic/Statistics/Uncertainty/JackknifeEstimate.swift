/// A statistic with the error that the jackknife sees: how it changes when one observation is left out.
///
///     let jackknife = try JackknifeEstimate(.mean, of: [1, 2, 3, 10])
///     jackknife.standardError      // 2.04…, the deviation over √n
///
/// It costs little and has no random part, but suits smooth statistics alone: the error of a median comes out wrong,
/// and that of the entropy of equally frequent values as zero. A single observation has no error that could be seen,
/// and gets none.
/// Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 11.
public struct JackknifeEstimate: Hashable, Sendable {
    /// The statistic of the whole sample.
    public let value: Double
    /// How far the statistic is off on average.
    public let bias: Double
    /// The standard error.
    public let standardError: Double

    /// The jackknife of a statistic of numbers.
    /// - Throws: ``StatisticsError`` without at least two finite numbers, or where the statistic is not finite,
    ///   or so large that its squares have no sum.
    /// - Complexity: O(*n*) for the mean and the standard deviation, O(*n* log *n*) for a quantile, *n* evaluations of
    ///   any other statistic.
    public init(_ statistic: SampleStatistic, of sample: some Sequence<Double>) throws(StatisticsError) {
        let sample = try SampleStatistic.checked(Array(sample), for: "jackknife", least: 2)
        let value = try statistic.finiteValue(of: sample)
        try self.init(value, LeaveOneOut(of: sample, statistic, value), scale: 1)
    }

    /// The jackknife of an entropy.
    /// - Throws: ``StatisticsError`` with fewer than two observations, and what the estimator throws.
    /// - Complexity: as many evaluations as there are different counts.
    public init(
        _ estimator: some EntropyEstimator, of spectrum: CountSpectrum, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) {
        guard spectrum.total > 1 else { throw .tooFew(statistic: "jackknife", have: spectrum.total, need: 2) }
        let nats = try estimator.nats(of: spectrum)
        try self.init(nats, LeaveOneOut(of: spectrum, estimator, nats), scale: unit.amount(ofNats: 1))
    }

    /// The jackknife of an entropy, from counted values.
    /// - Throws: what ``init(_:of:in:)`` of a spectrum throws.
    public init(
        _ estimator: some EntropyEstimator, of counts: Counts<some Hashable & Sendable>, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) {
        try self.init(estimator, of: CountSpectrum(counts), in: unit)
    }

    private init(_ value: Double, _ rest: LeaveOneOut, scale: Double) throws(StatisticsError) {
        if let bad = rest.changes.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(statistic: "jackknife replicates", index: bad, value: rest.changes[bad])
        }
        self.value = value * scale
        bias = (rest.size - 1) * rest.mean * scale
        standardError = rest.variance.squareRoot() * scale
        guard bias.isFinite, standardError.isFinite else {
            throw .outOfRange(
                argument: "jackknife of numbers", value: "as large as \(value)", allowed: "numbers below 1e150")
        }
    }
}

extension JackknifeEstimate {
    /// The value with the bias taken off.
    public var corrected: Double { value - bias }
}
