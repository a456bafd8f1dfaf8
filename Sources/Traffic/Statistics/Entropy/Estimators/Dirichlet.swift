internal import Glibc

/// The plug-in estimate after so many imagined observations of each value of the alphabet.
///
///     try Dirichlet(.jeffreys, alphabet: 256).value(of: counts, in: .bits)
///
/// The shares become (*c* + *a*) / (*n* + *K* *a*) for a pseudocount *a* and an alphabet of *K* values, which is their
/// mean after the sample under a symmetric Dirichlet prior. The prior fixes the estimate where the sample is small
/// beside the alphabet; ``NSB`` mixes all of these priors so that it does not.
///
/// Source: J. Hausser and K. Strimmer, Entropy inference and the James–Stein estimator, Journal of Machine Learning
/// Research 10, 2009, table 1, which names the sources of each prior.
public struct Dirichlet: EntropyEstimator {
    /// How often each value is imagined to have been seen.
    public let prior: Prior
    private let values: Alphabet

    /// An estimator for a source of `alphabet` values.
    /// - Throws: ``StatisticsError`` for an alphabet of none and for a pseudocount that is not from zero to 1e100.
    public init(_ prior: Prior, alphabet: Int) throws(StatisticsError) {
        values = try Alphabet(alphabet)
        if case .pseudocount(let amount) = prior, !(0...1e100).contains(amount) {
            throw .outOfRange(argument: "pseudocount", value: "\(amount)", allowed: "one from zero to 1e100")
        }
        self.prior = prior
    }

    /// How many values the source can have.
    public var alphabet: Int { values.size }

    /// What the estimator is called.
    public var name: String { "Dirichlet, \(prior.name)" }

    /// The estimate in nats.
    /// - Throws: ``StatisticsError/alphabetTooSmall(alphabet:seen:)`` where more values than these were seen.
    public func nats(of spectrum: CountSpectrum) throws(StatisticsError) -> Double {
        let unseen = try values.unseen(in: spectrum)
        let pseudocount = prior.pseudocount(size: spectrum.size, alphabet: Double(alphabet))
        let total = spectrum.size + Double(alphabet) * pseudocount
        func term(_ amount: Double) -> Double { amount > 0 ? amount / total * (log(total) - log(amount)) : 0 }
        return spectrum.sum { term($0 + pseudocount) } + unseen * term(pseudocount)
    }
}
