/// The jackknifed plug-in estimate: *n* times the estimate less *n* − 1 times the mean of those with one observation
/// left out.
///
/// The first term of the bias vanishes. With D(*c*) = *c* ln *c* − (*c* − 1) ln (*c* − 1) and D(1) = 0 it is the same
/// as D(*n*) − (1/*n*) Σ *c* D(*c*), which is how it is computed: no difference of large numbers. Never below zero.
///
/// Sources: M. H. Quenouille, Notes on bias in estimation, Biometrika 43, 1956; S. Zahl, Jackknifing an index of
/// diversity, Ecology 58, 1977.
public struct Jackknife: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "jackknife" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double { sum(over: spectrum) }
}
