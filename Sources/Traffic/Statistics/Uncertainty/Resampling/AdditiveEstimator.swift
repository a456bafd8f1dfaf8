internal import Glibc

/// An estimator that is a sum over the values seen, each by its count alone, so that a resample's estimate is a sum
/// over looked-up terms.
protocol AdditiveEstimator: EntropyEstimator {
    /// What a value seen `count` times, at least once, among `size` observations adds, in nats.
    func term(count: Double, size: Double) -> Double

    /// What is added once, in nats.
    func constant(size: Double) -> Double
}

extension AdditiveEstimator {
    func constant(size: Double) -> Double { 0 }

    /// The sum over a sample, in nats.
    func sum(over spectrum: CountSpectrum) -> Double {
        let size = spectrum.size
        return spectrum.isEmpty ? 0 : spectrum.sum { term(count: $0, size: size) } + constant(size: size)
    }
}

extension PlugIn: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double { -(count / size) * log(count / size) }
}

extension MillerMadow: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double { PlugIn().term(count: count, size: size) + 1 / (2 * size) }

    func constant(size: Double) -> Double { -1 / (2 * size) }
}

extension Grassberger1988: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double {
        count / size * (log(size) - SpecialFunctions.digamma(count))
    }
}

extension Grassberger2003: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double {
        count / size * (log(size / 2) - SpecialFunctions.digamma((count / 2).rounded(.down) + 0.5))
    }
}

extension SchurmannZhang: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double {
        count / size * (SpecialFunctions.digamma(size) - SpecialFunctions.digamma(count))
    }
}

extension Jackknife: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double {
        count / size * (Self.difference(size) - Self.difference(count))
    }

    /// D(*c*), written so that it is exact for large counts too.
    private static func difference(_ count: Double) -> Double {
        count > 1 ? log(count) - (count - 1) * log1p(-1 / count) : 0
    }
}
