internal import Glibc

/// An estimator that is a sum over the values seen, each by its count alone, so that a resample's estimate is a sum
/// over looked-up terms.
protocol AdditiveEstimator: EntropyEstimator {
    /// What a value seen `count` times, at least once, among `size` observations adds, in nats.
    func term(count: Double, size: Double) -> Double

    /// What is added once, in nats.
    func constant(size: Double) -> Double
}

extension PlugIn: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double { -(count / size) * log(count / size) }

    func constant(size: Double) -> Double { 0 }
}

extension MillerMadow: AdditiveEstimator {
    func term(count: Double, size: Double) -> Double { PlugIn().term(count: count, size: size) + 1 / (2 * size) }

    func constant(size: Double) -> Double { -1 / (2 * size) }
}
