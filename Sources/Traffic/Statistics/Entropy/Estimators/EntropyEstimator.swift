/// A way to estimate the Shannon entropy of a source from a sample of it.
///
///     try MillerMadow().value(of: CountSpectrum(counts: [4, 2, 1]), in: .bits)
///
/// A sample is poorer than its source: most estimates are too low, the more so the smaller the sample is beside the
/// number of values. The estimators differ in what they assume of the values that were not seen. None is best always;
/// say which one a figure comes from.
///
/// Nothing seen has entropy zero, unless an estimator knows better from its prior.
public protocol EntropyEstimator: Sendable {
    /// What the estimator is called in tables, such as `Miller–Madow`; options know it by ``NamedEstimator``.
    var name: String { get }

    /// The estimate in nats.
    /// - Throws: ``StatisticsError`` where the sample cannot be from the source that the estimator was told of.
    func nats(of spectrum: CountSpectrum) throws(StatisticsError) -> Double
}

extension EntropyEstimator {
    /// The estimate in a unit.
    /// - Throws: what ``nats(of:)`` throws.
    public func value(
        of spectrum: CountSpectrum, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        unit.amount(ofNats: try nats(of: spectrum))
    }

    /// The estimate from counts, in a unit; a count of zero or less is no observation.
    /// - Throws: what ``nats(of:)`` throws.
    public func value(
        of counts: some Sequence<Int>, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        try value(of: CountSpectrum(counts: counts), in: unit)
    }

    /// The estimate from counted values, in a unit.
    /// - Throws: what ``nats(of:)`` throws.
    public func value(
        of counts: Counts<some Hashable & Sendable>, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        try value(of: CountSpectrum(counts), in: unit)
    }
}
