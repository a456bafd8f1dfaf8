/// Moving averages of a whole series, one mean for each value; nil stands for a gap.
public enum MovingAverage {
    /// The mean of each value and those before it; see ``SimpleMovingAverage``.
    public static func simple(
        _ values: [Double?], window: Int, atLeast least: Int? = nil
    ) throws(StatisticsError) -> [Double?] {
        var average = try SimpleMovingAverage(window: window, atLeast: least)
        return try values.map { value throws(StatisticsError) in try average.add(value) }
    }

    /// The weighted mean, the newest value's weight last; see ``WeightedMovingAverage``.
    public static func weighted(_ values: [Double?], weights: [Double]) throws(StatisticsError) -> [Double?] {
        var average = try WeightedMovingAverage(weights: weights)
        return try values.map { value throws(StatisticsError) in try average.add(value) }
    }

    /// The exponentially weighted mean; nil before the first value. See ``ExponentialMoments``.
    public static func exponential(_ values: [Double?], _ smoothing: Smoothing) throws(StatisticsError) -> [Double?] {
        var moments = try ExponentialMoments(smoothing)
        return try values.map { value throws(StatisticsError) in
            try moments.add(value)
            return moments.count > 0 ? moments.mean : nil
        }
    }
}
