/// The weighted mean of the last values of a series.
///
///     var average = try WeightedMovingAverage(weights: [1, 2, 3])     // the newest counts three times
///     try [6, 6, 12].map { try average.add($0) }                      // nil, nil, 9.0
public struct WeightedMovingAverage: Hashable, Sendable {
    private let weights: [Double]
    private var recent: [Double?] = []
    private var oldest = 0
    private var given = 0

    /// An average with these weights, the newest value's last.
    /// - Throws: ``StatisticsError`` for no weights, a negative or infinite one, and weights that are all zero.
    public init(weights: [Double]) throws(StatisticsError) {
        guard !weights.isEmpty else { throw .noValues(statistic: "weights of the moving average") }
        if let bad = weights.firstIndex(where: { !($0 >= 0 && $0 <= OrderedReadings.largest) }) {
            throw .notAnAmount(statistic: "moving average", index: bad, value: weights[bad])
        }
        let greatest = weights.max() ?? 0
        guard greatest > 0 else { throw .notPositive(argument: "sum of the weights", value: "0.0") }
        self.weights = weights.map { $0 / greatest }
    }

    /// Weights 1, 2, … `window`.
    /// - Throws: ``StatisticsError`` for a window that is not in 1...1,000,000.
    public static func linear(window: Int) throws(StatisticsError) -> WeightedMovingAverage {
        guard (1...1_000_000).contains(window) else {
            throw .outOfRange(
                argument: "window of the moving average", value: "\(window)", allowed: "one from 1 to 1000000")
        }
        return try WeightedMovingAverage(weights: (1...window).map(Double.init))
    }

    /// Takes one more value, nil for a gap, and gives the mean of the window it ends: nil until that is full, and where
    /// all that has weight is missing. Gaps leave their weight to the values that are there.
    /// - Throws: ``StatisticsError`` for one that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(number of weights).
    public mutating func add(_ value: Double?) throws(StatisticsError) -> Double? {
        if let value { try OrderedReadings.check(value, at: given, for: "moving average") }
        given += 1
        guard recent.count == weights.count else {
            recent.append(value)
            return recent.count == weights.count ? mean : nil
        }
        recent[oldest] = value
        oldest = (oldest + 1) % weights.count
        return mean
    }

    private var mean: Double? {
        var (sum, total) = (0.0, 0.0)
        for (age, weight) in weights.enumerated() {
            guard let value = recent[(oldest + age) % weights.count] else { continue }
            sum += weight * value
            total += weight
        }
        return total > 0 ? sum / total : nil
    }
}
