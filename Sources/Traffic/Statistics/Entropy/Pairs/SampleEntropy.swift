/// The entropy of a sample in nats, with what its bias depends on.
struct SampleEntropy: Hashable, Sendable {
    let nats: Double
    /// The number of observations.
    let total: Int
    /// How many different values were seen.
    let support: Int

    init(of spectrum: CountSpectrum, by estimator: some EntropyEstimator) throws(StatisticsError) {
        nats = try estimator.nats(of: spectrum)
        (total, support) = (spectrum.total, spectrum.support)
    }
}
