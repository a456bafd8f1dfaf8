/// How the error of an entropy is found.
///
/// Of 2,000 nominal 95 % intervals from samples of *n* of a source of six values (shares 0.4 to 0.04) so many percent
/// held the truth, with Miller–Madow and bootstraps of 400 replicates, give or take half a percent:
///
///     n      analytic   jackknife   percentile   basic   BCa
///     50     90.9       94.2        89.0         83.0    86.8
///     400    94.6       94.8        94.8         92.2    93.5
///     3200   94.8       94.8        94.8         93.9    93.9
///
/// Of 200 from a source of 256 equally likely values, analytic and jackknife: none at *n* = 64 and 256, where the bias
/// is all, 92 and 99 % at 1024, 99 and 99.5 % at 4096; and of the bootstrap none at any of these sizes but 8.5 % of the
/// basic ones at 256: where shares are equal, each resample is poorer than the sample, however large. Nor do intervals
/// around the plug-in estimate hold the truth where there are as many values as observations.
public enum EntropyUncertainty: Hashable, Sendable {
    /// By the estimator's ``AnalyticVariance`` or ``PosteriorVariance`` and the normal distribution, or where it has
    /// neither, by the jackknife.
    case standard(level: Double = 0.95)
    /// By the estimator's ``AnalyticVariance``, and the normal distribution.
    case analytic(level: Double = 0.95)
    /// By the jackknife, and the normal distribution.
    case jackknife(level: Double = 0.95)
    /// By the bootstrap, which makes its own interval.
    case bootstrap(Bootstrap)
}

extension EntropyUncertainty {
    /// What an error is found by, as told to readers.
    public enum Method: String, Hashable, Sendable {
        /// A formula.
        case analytic = "analytic"
        /// The estimator's own knowledge of the source.
        case posterior = "posterior"
        /// Leaving out one observation at a time.
        case jackknife = "jackknife"
        /// The bootstrap between quantiles.
        case percentile = "percentile bootstrap"
        /// The bootstrap between mirrored quantiles.
        case basic = "basic bootstrap"
        /// The bootstrap between corrected quantiles.
        case biasCorrectedAccelerated = "BCa bootstrap"
    }

    /// A standard error and interval in nats, and how they were found.
    typealias Found = (standardError: Double, interval: ConfidenceInterval, method: Method)

    func found(
        for nats: Double, _ estimator: some EntropyEstimator, _ spectrum: CountSpectrum
    ) throws(StatisticsError) -> Found {
        switch self {
        case .standard(let level):
            if let bayesian = estimator as? any PosteriorVariance {
                return try Self.normal(nats, bayesian.posteriorVariance(of: spectrum).squareRoot(), level, .posterior)
            }
            let hasFormula = estimator is any AnalyticVariance
            return try (hasFormula ? Self.analytic(level: level) : .jackknife(level: level))
                .found(for: nats, estimator, spectrum)
        case .analytic(let level):
            guard let known = estimator as? any AnalyticVariance else {
                throw .noAnalyticVariance(estimator: estimator.name)
            }
            return try Self.normal(nats, known.variance(of: spectrum).squareRoot(), level, .analytic)
        case .jackknife(let level):
            let rest = try LeaveOneOut(of: spectrum, estimator, nats)
            return try Self.normal(nats, rest.variance.squareRoot(), level, .jackknife)
        case .bootstrap(let bootstrap):
            let estimate = try bootstrap.estimate(estimator, of: spectrum, in: .nats)
            return (estimate.standardError, estimate.interval, bootstrap.method.told)
        }
    }

    private static func normal(
        _ nats: Double, _ error: Double, _ level: Double, _ method: Method
    ) throws(StatisticsError) -> Found {
        (error, try ConfidenceInterval(around: nats, standardError: error, level: level), method)
    }
}

extension Bootstrap.Method {
    fileprivate var told: EntropyUncertainty.Method {
        switch self {
        case .percentile: .percentile
        case .basic: .basic
        case .biasCorrectedAccelerated: .biasCorrectedAccelerated
        }
    }
}
