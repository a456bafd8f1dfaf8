/// How evenly the fields of a window's packets are spread.
public struct WindowEntropies: Hashable, Sendable {
    /// The window's number, from zero.
    public let index: Int
    /// When the window begins: its first moment, or the time of its first packet where windows go by count.
    public let start: Timestamp
    /// How many packets it holds.
    public let packets: Int
    /// A figure for each field, in the order asked for.
    public let fields: [FieldEntropy]
}

/// How evenly the values of a field, or of two taken together, are spread.
public struct FieldEntropy: Hashable, Sendable {
    /// What was counted.
    public let variable: TrafficVariable
    /// How many packets have it.
    public let count: Int
    /// How many different values it takes.
    public let support: Int
    /// The plug-in entropy in bits (``Entropy``); nil where no packet has the field.
    public let bits: Double?
    /// The plug-in entropy over the logarithm of the support: 1 where all values that were seen are equally frequent;
    /// nil where none was.
    public let normalizedBySupport: Double?
    /// What was counted, for estimators; nil where the stream was not told to keep it (``EntropyStream``).
    public let spectra: FieldSpectra?

    /// The figures of counted values.
    init(_ variable: TrafficVariable, _ entropy: StreamingEntropy<FieldObservation>, keepsSpectra: Bool) {
        self.variable = variable
        spectra =
            keepsSpectra ? FieldSpectra(of: entropy.counts, isPaired: variable.other != nil) : nil
        count = entropy.total
        support = entropy.support
        bits = entropy.total > 0 ? entropy.bits : nil
        normalizedBySupport = entropy.total > 0 ? entropy.normalizedBySupport : nil
    }
}
