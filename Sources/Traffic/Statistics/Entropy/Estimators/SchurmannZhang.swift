/// The estimate of Schürmann and of Zhang: in the plug-in formula both logarithms become ψ.
///
/// Ĥ = ψ(*n*) − (1/*n*) Σ *c* ψ(*c*), where ψ is the digamma function; it equals Zhang's estimate in Turing's
/// perspective, whose bias falls exponentially with *n* for every source of finitely many values. Never below zero.
///
/// Sources: T. Schürmann, Bias analysis in entropy estimation, Journal of Physics A 37, 2004; Z. Zhang, Entropy
/// estimation in Turing's perspective, Neural Computation 24, 2012; that both are one: T. Schürmann, A note on entropy
/// estimation, Neural Computation 27, 2015.
public struct SchurmannZhang: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "Schürmann–Zhang" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double { sum(over: spectrum) }
}
