internal import Glibc

/// The James–Stein estimate: the shares are drawn towards equal ones, the more the less the sample says.
///
/// The shares become λ/*K* + (1 − λ) *c*/*n* with λ = (1 − Σ (*c*/*n*)²) / ((*n* − 1) Σ (1/*K* − *c*/*n*)²), held
/// between zero and one; both sums go over all *K* values of the alphabet. Good where the source is nearly uniform; of
/// one observation or none it says that all values are equally likely.
///
/// Source: J. Hausser and K. Strimmer, Entropy inference and the James–Stein estimator, Journal of Machine Learning
/// Research 10, 2009.
public struct Shrinkage: EntropyEstimator {
    private let values: Alphabet

    /// An estimator for a source of `alphabet` values.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for an alphabet of none.
    public init(alphabet: Int) throws(StatisticsError) {
        values = try Alphabet(alphabet)
    }

    /// How many values the source can have.
    public var alphabet: Int { values.size }

    /// What the estimator is called.
    public var name: String { "James–Stein shrinkage" }

    /// The estimate in nats.
    /// - Throws: ``StatisticsError/alphabetTooSmall(alphabet:seen:)`` where more values than these were seen.
    public func nats(of spectrum: CountSpectrum) throws(StatisticsError) -> Double {
        let unseen = try values.unseen(in: spectrum)
        let target = 1 / Double(alphabet)
        let size = spectrum.size
        let intensity = intensity(spectrum, unseen: unseen)
        func term(_ share: Double) -> Double { share > 0 ? -share * log(share) : 0 }
        let seen = spectrum.sum { term(intensity * target + (1 - intensity) * $0 / size) }
        return seen + unseen * term(intensity * target)
    }

    /// How far the shares are drawn, from zero to one.
    private func intensity(_ spectrum: CountSpectrum, unseen: Double) -> Double {
        let size = spectrum.size
        guard size > 1 else { return 1 }
        let target = 1 / Double(alphabet)
        let spread = spectrum.sum { $0 / size * (1 - $0 / size) }
        let distance = spectrum.sum { (target - $0 / size) * (target - $0 / size) } + unseen * target * target
        let most = (size - 1) * distance
        return spread < most ? spread / most : 1
    }
}
