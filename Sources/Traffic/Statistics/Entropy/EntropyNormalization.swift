/// What a plug-in entropy is divided by to lie between zero and one.
///
/// The three answer different questions, and a figure of one cannot be compared with a figure of another: so the name
/// belongs beside the number.
public enum EntropyNormalization: String, Hashable, Sendable, CaseIterable {
    /// The logarithm of the number of different values seen: are they equally frequent?
    /// (``Entropy/normalizedBySupport(of:)``)
    case support
    /// The logarithm of the number of observations: are they all different?
    /// (``Entropy/normalizedBySampleSize(of:)``)
    case sample
    /// The logarithm of the number of values that there can be: is everything equally frequent that could occur? The
    /// same scale for every window. (``Entropy/normalizedByAlphabet(of:alphabet:)``)
    case alphabet
}

extension EntropyNormalization {
    /// The plug-in entropy of a sample over the largest there could be in the sense of the name; only ``alphabet`` asks
    /// how many values there can be.
    /// - Throws: ``StatisticsError/noAlphabet(estimator:)`` where it is asked for and not given,
    ///   ``StatisticsError/notPositive(argument:value:)`` for an alphabet of none, and
    ///   ``StatisticsError/alphabetTooSmall(alphabet:seen:)`` where more values were seen.
    public func value(of spectrum: CountSpectrum, alphabet: Int? = nil) throws(StatisticsError) -> Double {
        switch self {
        case .support: return Entropy.normalizedBySupport(of: spectrum)
        case .sample: return Entropy.normalizedBySampleSize(of: spectrum)
        case .alphabet:
            guard let alphabet else { throw .noAlphabet(estimator: "normalization by alphabet") }
            return try Entropy.normalizedByAlphabet(of: spectrum, alphabet: alphabet)
        }
    }
}
