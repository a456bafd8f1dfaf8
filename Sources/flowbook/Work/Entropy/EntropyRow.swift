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
    let pair: PairFigures?
}

extension EntropyRow {
    var estimate: EntropyEstimate? { reading.estimate }

    /// The estimate; where it is the plug-in entropy in bits, as the stream keeps it, to the last digit.
    var entropy: Double? {
        guard let estimate else { return nil }
        return estimate.unit == .bits && estimate.correction == 0 ? figures.bits : estimate.value
    }

    /// What there is to say where there is no figure.
    var remark: String? { estimate == nil ? "not enough data" : nil }
}
