/// The plug-in estimate, also called naive or maximum likelihood: the shares of the sample taken for those of the
/// source.
///
/// Ĥ = ln *n* − (1/*n*) Σ *c* ln *c* over the counts *c* of *n* observations: never above the logarithm of what was
/// seen, and too low by about (*k* − 1) / 2*n* nats for a source of *k* values (Miller 1955).
public struct PlugIn: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "plug-in" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double { Entropy.plugIn(spectrum, .nats) }
}
