/// The error of a statistic, as seen by drawing anew from the sample itself, with putting back, many times.
///
///     let bootstrap = Bootstrap(seed: 1)
///     let sizes = try bootstrap.estimate(.median, of: packetSizes)
///     sizes.interval                                  // where the source's median lies
///     try bootstrap.estimate(PlugIn(), of: Counts(ports))
///
/// The same seed gives the same numbers on any number of threads; all threads have ended when the result is there.
/// Observations are taken to be independent. What the sample never saw no resample shows: the bootstrap tells how an
/// estimate of entropy varies, not how far all such estimates are too low.
/// Source: B. Efron, Better bootstrap confidence intervals, J. Am. Stat. Assoc. 82, 1987.
/// - Complexity: O(*replicates* × *n*) for numbers; for counts at most 32 draws to a value, however many observations.
///   BCa adds a jackknife (``JackknifeEstimate``): for a statistic of one's own that is *n* evaluations on one thread.
public struct Bootstrap: Hashable, Sendable {
    /// How the interval is made of the replicates.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Between quantiles of the replicates.
        case percentile
        /// Between these quantiles mirrored in the estimate.
        case basic
        /// Between quantiles shifted for bias and skewness (BCa): the most exact of the three.
        case biasCorrectedAccelerated = "BCa"
    }

    /// How many times the sample is drawn anew.
    public var replicates: Int
    /// The share of intervals that shall hold the truth.
    public var level: Double
    /// How the interval is made.
    public var method: Method
    /// What the random numbers start from.
    public var seed: Seed
    /// How many threads may be used, if the machine has as many.
    public var threads: Int

    /// The settings of a bootstrap; they are checked when it is used.
    public init(
        replicates: Int = 10_000, level: Double = 0.95, method: Method = .biasCorrectedAccelerated, seed: Seed,
        threads: Int = 16
    ) {
        (self.replicates, self.level, self.method) = (replicates, level, method)
        (self.seed, self.threads) = (seed, threads)
    }
}

extension Bootstrap {
    /// A statistic of numbers, with its error.
    /// - Throws: ``StatisticsError`` for settings or numbers that cannot be, or where the statistic is not finite.
    public func estimate(
        _ statistic: SampleStatistic, of sample: some Sequence<Double>
    ) throws(StatisticsError) -> BootstrapEstimate {
        let sample = try SampleStatistic.checked(Array(sample), for: "bootstrap", least: 1)
        guard sample.count <= IndexStream.most else {
            throw .tooMany(argument: "sample size", value: sample.count, most: IndexStream.most)
        }
        let value = try statistic.finiteValue(of: sample)
        let resampler = SampleResampler(sample: sample, statistic: statistic)
        // Each block is sorted by its thread, so that the estimate, which wants all in order, has only blocks to merge.
        let replicates = try streams(effort: sample.count).map { count, bits in
            resampler.replicates(count, bits).sorted()
        }
        return try BootstrapEstimate(value, replicates, self) { () throws(StatisticsError) in
            sample.count > 1 ? LeaveOneOut(of: sample, statistic, value).acceleration : 0
        }
    }

    /// An entropy with its error, from resampled counts; the sample itself is not needed.
    /// - Throws: ``StatisticsError`` for settings that cannot be and where nothing was counted, and what the estimator
    ///   throws.
    public func estimate(
        _ estimator: some EntropyEstimator, of spectrum: CountSpectrum, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> BootstrapEstimate {
        try CountVectors.check(spectrum.size, for: "bootstrap")
        let nats = try estimator.nats(of: spectrum)
        let (resampler, scorer) = (CountResampler(spectrum), CountScorer(estimator, size: spectrum.total))
        let replicates = try streams(effort: resampler.effort).map { count, bits throws(StatisticsError) in
            try resampler.replicates(count, scorer, bits).sorted()
        }
        return try BootstrapEstimate(nats, replicates, self, rounding: 1e-12) { () throws(StatisticsError) in
            try LeaveOneOut(of: spectrum, estimator, nats).acceleration
        }.scaled(by: unit.amount(ofNats: 1))
    }

    /// An entropy with its error, from counted values.
    /// - Throws: what ``estimate(_:of:in:)`` of a spectrum throws.
    public func estimate(
        _ estimator: some EntropyEstimator, of counts: Counts<some Hashable & Sendable>, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> BootstrapEstimate {
        try estimate(estimator, of: CountSpectrum(counts), in: unit)
    }

    private func streams(effort: Int) throws(StatisticsError) -> ReplicateStreams {
        _ = try ConfidenceInterval.checked(level)
        return try ReplicateStreams("replicates", count: replicates, seed: seed, threads: threads, effort: effort)
    }
}
