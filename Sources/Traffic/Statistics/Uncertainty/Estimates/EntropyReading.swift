/// An entropy, or that there are too few observations for one.
///
///     let reading = try EntropyReading(of: Counts(window.ports))
///     print(reading)           // 1.39 ± 0.07 bits (n = 200), or: not enough data (n = 12, needs 30)
///     reading.estimate?.value
///
/// A window too small for a number is a fact about the window and no fault of the program: so it is a value.
public enum EntropyReading: Hashable, Sendable {
    /// There are enough observations.
    case estimate(EntropyEstimate)
    /// There are `have` observations where the rule asks for `need`.
    case notEnoughData(have: Int, need: Int)
}

extension EntropyReading {
    /// Estimates the entropy of the source of a sample, if the sample passes the rule.
    /// - Throws: what ``EntropyEstimate`` throws.
    public init(
        of spectrum: CountSpectrum, by estimator: some EntropyEstimator = MillerMadow(), in unit: EntropyUnit = .bits,
        uncertainty: EntropyUncertainty = .standard(), requiring rule: SampleSizeRule = .standard
    ) throws(StatisticsError) {
        let need = rule.need(forSupport: spectrum.support)
        guard spectrum.total >= need else {
            self = .notEnoughData(have: spectrum.total, need: need)
            return
        }
        self = .estimate(try EntropyEstimate(of: spectrum, by: estimator, in: unit, uncertainty: uncertainty))
    }

    /// Estimates the entropy of the source of counted values, if they pass the rule.
    /// - Throws: what ``EntropyEstimate`` throws.
    public init(
        of counts: Counts<some Hashable & Sendable>, by estimator: some EntropyEstimator = MillerMadow(),
        in unit: EntropyUnit = .bits, uncertainty: EntropyUncertainty = .standard(),
        requiring rule: SampleSizeRule = .standard
    ) throws(StatisticsError) {
        try self.init(
            of: CountSpectrum(counts), by: estimator, in: unit, uncertainty: uncertainty, requiring: rule)
    }

    /// The estimate, if there are enough observations.
    public var estimate: EntropyEstimate? {
        guard case .estimate(let estimate) = self else { return nil }
        return estimate
    }
}

extension EntropyReading: CustomStringConvertible {
    /// The estimate, or what is missing for one.
    public var description: String {
        switch self {
        case .estimate(let estimate): "\(estimate)"
        case .notEnoughData(let have, let need): "not enough data (n = \(have), needs \(need))"
        }
    }
}
