internal import Glibc

/// The estimate of Chao and Shen: what was not seen is guessed from what was seen only once.
///
/// The share of the source that the sample covers is taken to be *C* = 1 − *f*₁/*n*, for *f*₁ values seen once
/// (Good and Turing); the shares are scaled down by it and each term is divided by the chance that its value is seen at
/// all (Horvitz and Thompson). Where every value was seen once, *C* would be zero, so one of them counts as seen again.
/// Good for many rare values; its variance is large where nearly all values are rare.
///
/// Source: A. Chao and T.-J. Shen, Nonparametric estimation of Shannon's index of diversity when there are unseen
/// species in sample, Environmental and Ecological Statistics 10, 2003.
public struct ChaoShen: EntropyEstimator {
    /// The estimator.
    public init() {}

    /// What the estimator is called.
    public var name: String { "Chao–Shen" }

    /// The estimate in nats.
    public func nats(of spectrum: CountSpectrum) -> Double {
        guard !spectrum.isEmpty else { return 0 }
        let size = spectrum.size
        let singletons = Double(spectrum.singletons)
        let coverage = 1 - (singletons == size ? size - 1 : singletons) / size
        return spectrum.sum { count in
            let share = coverage * count / size
            let chanceToBeSeen = -expm1(size * log1p(-share))
            return -share * log(share) / chanceToBeSeen
        }
    }
}
