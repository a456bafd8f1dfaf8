/// An entropy with all that is needed to judge it: what it was estimated by and from, and how far it may be off.
///
///     let ports = try EntropyEstimate(of: Counts(window.ports), by: MillerMadow())
///     print(ports)                 // 1.39 ± 0.07 bits (n = 200)
///     ports.interval.lower         // 1.25…
///
/// The standard error and the interval tell how the estimate varies from sample to sample; what is left of its bias
/// they do not tell. ``millerBias`` says how large the bias of the plain estimate is at first order: where that is not
/// small beside the standard error, an interval around the plug-in estimate misses the truth more often than its level
/// says.
public struct EntropyEstimate: Hashable, Sendable {
    /// The estimator's name.
    public let estimator: String
    /// The entropy.
    public let value: Double
    /// What the entropy, its error, bias and interval are counted in.
    public let unit: EntropyUnit
    /// The number of observations.
    public let sampleSize: Int
    /// How many different values were seen.
    public let support: Int
    /// The first term of the plug-in estimate's bias after Miller, −(support − 1) / 2*n* nats: never above zero, and of
    /// larger size still if values were not seen.
    public let millerBias: Double
    /// What the estimator added to the plug-in estimate: zero for that itself.
    public let correction: Double
    /// The standard deviation that estimates from such samples have, or that of the source's entropy by a posterior.
    public let standardError: Double
    /// Where the estimate's own expectation lies, or by a posterior the source's entropy; what is below zero is cut
    /// off.
    public let interval: ConfidenceInterval
    /// How the standard error and the interval were found.
    public let method: EntropyUncertainty.Method
}

extension EntropyEstimate {
    /// Estimates the entropy of the source of a sample.
    /// - Throws: ``StatisticsError`` where nothing was counted, the uncertainty's settings cannot be, or the estimator
    ///   throws.
    public init(
        of spectrum: CountSpectrum, by estimator: some EntropyEstimator = MillerMadow(), in unit: EntropyUnit = .bits,
        uncertainty: EntropyUncertainty = .standard()
    ) throws(StatisticsError) {
        guard !spectrum.isEmpty else { throw .noValues(statistic: "entropy estimate") }
        let nats = try estimator.nats(of: spectrum)
        let found = try uncertainty.found(for: nats, estimator, spectrum)
        let factor = unit.amount(ofNats: 1)
        self.init(
            estimator: estimator.name, value: unit.amount(ofNats: nats), unit: unit, sampleSize: spectrum.total,
            support: spectrum.support, millerBias: spectrum.millerBiasInNats * factor,
            correction: (nats - PlugIn().nats(of: spectrum)) * factor,
            standardError: found.standardError * factor,
            interval: found.interval.notNegative.scaled(by: factor), method: found.method)
    }

    /// Estimates the entropy of the source of counted values.
    /// - Throws: what ``init(of:by:in:uncertainty:)`` of a spectrum throws.
    public init(
        of counts: Counts<some Hashable & Sendable>, by estimator: some EntropyEstimator = MillerMadow(),
        in unit: EntropyUnit = .bits, uncertainty: EntropyUncertainty = .standard()
    ) throws(StatisticsError) {
        try self.init(of: CountSpectrum(counts), by: estimator, in: unit, uncertainty: uncertainty)
    }
}

extension CountSpectrum {
    /// The plug-in estimate's bias at first order, in nats: (1 − support) / 2*n*.
    var millerBiasInNats: Double { isEmpty ? 0 : Double(1 - support) / (2 * size) }
}

extension EntropyEstimate: CustomStringConvertible {
    /// The value, its standard error and the sample size, with as many digits as the error leaves: `1.39 ± 0.07 bits
    /// (n = 200)`.
    public var description: String {
        let places = Decimals.places(ofError: standardError)
        let (value, error) = (Decimals.text(value, places: places), Decimals.text(standardError, places: places))
        return "\(value) ± \(error) \(unit.spoken) (n = \(sampleSize))"
    }
}

extension EntropyUnit {
    /// What the unit is called in the plural.
    fileprivate var spoken: String {
        switch self {
        case .bits: "bits"
        case .nats: "nats"
        case .hartleys: "hartleys"
        default: "units of base \(base)"
        }
    }
}
