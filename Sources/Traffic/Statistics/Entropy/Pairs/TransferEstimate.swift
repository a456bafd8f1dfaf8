/// A transfer entropy with what is needed to judge it.
public struct TransferEstimate: Hashable, Sendable {
    /// The transfer entropy.
    public let value: Double
    /// What it and its bias are counted in.
    public let unit: EntropyUnit
    /// The number of places that have a past in both series.
    public let sampleSize: Int
    /// How much too high the plug-in figure is at first order, after Miller, with the histories that were seen; what is
    /// not above it is no sign of a transfer.
    public let bias: Double
}

extension TransferEstimate {
    /// A value that is not more than rounding is zero.
    init(alone: LeftOpen, informed: LeftOpen, in unit: EntropyUnit) {
        let difference = alone.nats - informed.nats
        let rounding = 32 * Double.ulpOfOne * (alone.both.nats + informed.both.nats)
        let freedom = informed.freedom - alone.freedom
        value = unit.amount(ofNats: abs(difference) <= rounding ? 0 : difference)
        bias = unit.amount(ofNats: Double(freedom) / (2 * Double(alone.both.total)))
        sampleSize = alone.both.total
        self.unit = unit
    }
}

/// What is left open of a series when another is known: a conditional entropy.
struct LeftOpen {
    let both: SampleEntropy
    let known: SampleEntropy

    init(of series: ValueCodes, by known: ValueCodes, _ estimator: some EntropyEstimator) throws(StatisticsError) {
        both = try SampleEntropy(of: series.paired(with: known).spectrum, by: estimator)
        self.known = try SampleEntropy(of: known.spectrum, by: estimator)
    }

    var nats: Double { both.nats - known.nats }

    /// How many shares the conditional distributions leave free, as far as was seen.
    var freedom: Int { both.support - known.support }
}
