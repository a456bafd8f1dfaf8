/// Taking outliers out of the past, before a baseline is learnt from it.
///
///     let cleaned = try past.withoutOutliers()
///     cleaned.removed.count                                    // 3
///     let baseline = try MeanBaseline(fitting: cleaned.kept)
///
/// Whatever is removed is told: a baseline learnt from a past that was half removed deserves no trust.
public struct OutlierRemoval: Hashable, Sendable {
    /// What stayed, gaps included, in the order it came.
    public let kept: [Reading]
    /// What was removed, in the order it came.
    public let removed: [Reading]
    /// How often all that was left was looked at.
    public let rounds: Int
}

extension Sequence where Element == Reading {
    /// Removes the readings whose robust z is beyond `limit`, and again from what is left, until none is.
    ///
    /// Median and scale are those of ``MedianBaseline``: a scale of zero, that of a constant, removes nothing. Iglewicz
    /// and Hoaglin (1993) take 3.5, which removes one normal value out of 2,100. Rounds end at the latest with the
    /// hundredth.
    /// - Throws: ``StatisticsError`` for a limit that is not above zero, and a value not finite or beyond 10¹⁵⁰.
    /// - Complexity: O(*n* log *n*) a round; seldom more than five.
    public func withoutOutliers(beyond limit: Double = 3.5) throws(StatisticsError) -> OutlierRemoval {
        guard limit > 0 else { throw .notPositive(argument: "outlier limit", value: "\(limit)") }
        let readings = Array(self)
        _ = try OrderedReadings(readings, for: "outlier removal")
        var isKept = [Bool](repeating: true, count: readings.count)
        var rounds = 0
        var spread = Spread(medianOf: readings.compactMap(\.value))
        while rounds < 100 {
            rounds += 1
            let bad = readings.indices.filter { place in
                isKept[place] && readings[place].value.map { abs($0 - spread.centre) > limit * spread.scale } ?? false
            }
            guard !bad.isEmpty, spread.scale > 0 else { break }
            for place in bad { isKept[place] = false }
            spread = Spread(medianOf: readings.indices.compactMap { isKept[$0] ? readings[$0].value : nil })
        }
        return OutlierRemoval(readings, isKept: isKept, rounds: rounds)
    }

    /// Removes the readings that stick out of their surroundings: farther than `limit` scaled MADs from the median of
    /// themselves and `reach` readings on either side, fewer at the ends (Hampel's filter).
    ///
    /// Unlike ``withoutOutliers(beyond:)`` it follows a daily rhythm, and unlike there a neighbourhood of which more
    /// than half is one value tells everything else apart from it: its MAD is zero.
    /// - Throws: ``StatisticsError`` for a limit or reach that is not above zero, and a value not finite or beyond
    ///   10¹⁵⁰.
    /// - Complexity: O(*n* · reach · log reach).
    public func withoutLocalOutliers(
        within reach: Int, beyond limit: Double = 3
    ) throws(StatisticsError) -> OutlierRemoval {
        guard limit > 0 else { throw .notPositive(argument: "outlier limit", value: "\(limit)") }
        guard reach > 0 else { throw .notPositive(argument: "reach of the outlier filter", value: "\(reach)") }
        let readings = Array(self)
        _ = try OrderedReadings(readings, for: "outlier removal")
        let order = readings.indices.filter { readings[$0].value != nil }
            .sorted { (readings[$0].time, $0) < (readings[$1].time, $1) }
        let values = order.compactMap { readings[$0].value }
        var isKept = [Bool](repeating: true, count: readings.count)
        for (place, index) in order.enumerated() {
            isKept[index] = !Self.sticksOut(place, of: values, reach: reach, limit: limit)
        }
        return OutlierRemoval(readings, isKept: isKept, rounds: 1)
    }

    private static func sticksOut(_ place: Int, of values: [Double], reach: Int, limit: Double) -> Bool {
        let around = values[(place - Swift.min(reach, place))...(place + Swift.min(reach, values.count - 1 - place))]
        let median = Quantile.value(0.5, ofAscending: around.sorted())
        let distances = around.map { abs($0 - median) }.sorted()
        let deviation = Spread.medianFactor * Quantile.value(0.5, ofAscending: distances)
        return abs(values[place] - median) > limit * deviation
    }
}

extension OutlierRemoval {
    fileprivate init(_ readings: [Reading], isKept: [Bool], rounds: Int) {
        kept = readings.indices.filter { isKept[$0] }.map { readings[$0] }
        removed = readings.indices.filter { !isKept[$0] }.map { readings[$0] }
        self.rounds = rounds
    }
}
