import Traffic

/// The entropy of one variable in one window.
struct EntropyRow {
    let window: WindowEntropies
    let figures: FieldEntropy
    let reading: EntropyReading
    /// How many observations the figure takes.
    let need: Int
    let normalized: [EntropyNormalization: Double]
    /// What two fields tell of each other; nil for a single field, and where there is not enough data.
    let pair: JointEntropies?
}

extension EntropyRow {
    var estimate: EntropyEstimate? { reading.estimate }

    /// The estimate; where it is the plug-in entropy in bits, as the stream keeps it, to the last digit.
    var entropy: Double? {
        guard let estimate else { return nil }
        return estimate.unit == .bits && estimate.correction == 0 ? figures.bits : estimate.value
    }

    /// What there is to say where there is no figure, or where its interval is none: resamples never show what the
    /// sample did not, and where most values were seen once all of them may be poorer than the sample itself.
    var remark: String? {
        guard let estimate else { return "not enough data" }
        return estimate.method.isBootstrap && !estimate.interval.contains(estimate.value)
            ? "resamples poorer than sample" : nil
    }
}

extension EntropyUncertainty.Method {
    fileprivate var isBootstrap: Bool {
        switch self {
        case .analytic, .posterior, .jackknife: false
        case .percentile, .basic, .biasCorrectedAccelerated: true
        }
    }
}
