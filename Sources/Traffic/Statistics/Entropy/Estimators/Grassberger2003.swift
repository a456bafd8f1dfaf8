/// Grassberger's second estimate: nearly unbiased where values are seen more than a few times, and cheap; the best to
/// begin with.
///
/// Ĥ = ln *n* − (1/*n*) Σ *c* G(*c*), with G(*c*) = ψ(*c*) + ½ (−1)ᶜ (ψ((*c* + 1)/2) − ψ(*c*/2)). By the duplication
/// formula of ψ, G is the same for 2*m* and 2*m* + 1, namely ψ(*m* + ½) + ln 2, and so no digits cancel.
/// Being nearly unbiased, it may come out a little below zero for a source that is nearly certain; one observation
/// alone gives 1.27… nats.
///
/// Source: P. Grassberger, Entropy estimates from insufficient samplings, arXiv:physics/0307138, 2003.
public struct Grassberger2003: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "Grassberger 2003" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double { sum(over: spectrum) }
}
