/// The plug-in estimate with the first term of its bias taken off: (support − 1) / 2*n* nats are added.
///
/// Of the source's values it knows only those that were seen, so where many were not the correction falls short.
/// Source: G. A. Miller, Note on the bias of information estimates, 1955.
public struct MillerMadow: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "Miller–Madow" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double {
        guard !spectrum.isEmpty else { return 0 }
        return PlugIn().nats(of: spectrum) + Double(spectrum.support - 1) / (2 * spectrum.size)
    }
}
