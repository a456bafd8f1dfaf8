/// Grassberger's first estimate: in the plug-in formula ln *c* becomes ψ(*c*).
///
/// Ĥ = ln *n* − (1/*n*) Σ *c* ψ(*c*), where ψ is the digamma function. One observation alone gives 0.577… nats, since
/// the estimate allows for what was not seen.
///
/// Source: P. Grassberger, Finite sample corrections to entropy and dimension estimates, Physics Letters A 128, 1988,
/// without the alternating term for which ``Grassberger2003`` has a better one.
public struct Grassberger1988: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "Grassberger 1988" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double { sum(over: spectrum) }
}
