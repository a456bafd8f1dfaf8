/// The exponentially weighted mean and variance of numbers that arrive one by one.
///
///     var average = try ExponentialMoments(.alpha(0.5))
///     for value in [1, 2, 3.0] { try average.add(value) }
///     average.mean          // 2.25
///
/// The first number stands for all that came before it. The recurrence is that of Finch (Incremental calculation of
/// weighted mean and variance, 2009), and the figures are those of pandas' `ewm(alpha, adjust=False)`.
public struct ExponentialMoments: Hashable, Sendable {
    /// How many numbers came.
    public private(set) var count = 0
    /// Their weighted mean; zero before the first.
    public private(set) var mean = 0.0
    private var spread = 0.0
    private var squaredWeights = 1.0
    private let alpha: Double

    /// No numbers yet.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for a weight that is not above 0 and at most
    ///   1.
    public init(_ smoothing: Smoothing) throws(StatisticsError) {
        alpha = try smoothing.alpha()
    }

    /// Takes one more number; nil changes nothing.
    /// - Throws: ``StatisticsError`` for one that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1).
    public mutating func add(_ value: Double?) throws(StatisticsError) {
        guard let value else { return }
        try OrderedReadings.check(value, at: count, for: "exponential average")
        count += 1
        guard count > 1 else {
            mean = value
            return
        }
        let difference = value - mean
        mean += alpha * difference
        spread = (1 - alpha) * (spread + alpha * difference * difference)
        squaredWeights = (1 - alpha) * (1 - alpha) * squaredWeights + alpha * alpha
    }

    /// The weighted variance, corrected for the few values that carry the weight, so that it estimates without bias the
    /// variance of a source that does not change; zero before the second number.
    public var variance: Double {
        let freedom = 1 - squaredWeights
        return freedom > 0 ? spread / freedom : 0
    }
}
