/// A period set beside the same period of the days, or weeks, before.
///
///     let comparison = try SeasonalComparison(
///         of: readings, from: lastHour, lasting: .seconds(3600), every: .seconds(86_400), seasons: 7)
///     comparison.ratio            // 2.4: this hour has 2.4 times what it usually has
///     comparison.deviation.z      // 9.1
///
/// Periods are compared by the mean of their readings. Those without readings are gaps; the comparison says how many
/// there were to compare with.
public struct SeasonalComparison: Hashable, Sendable {
    /// The mean over the period in question; nil where it has no readings.
    public let current: Double?
    /// The means over the same period before, the latest first; nil where there were no readings.
    public let earlier: [Double?]
    /// How far the period is from the median of those before, in their scaled MADs.
    public let deviation: BaselineDeviation

    /// Compares a period with the ones before.
    /// - Parameters:
    ///   - readings: in any order.
    ///   - start: when the period begins.
    ///   - length: how long it lasts; it ends before its last moment.
    ///   - season: how far the periods lie apart, not less than `length`.
    ///   - seasons: how many of them to go back, 1 to 10,000.
    ///   - needed: how many of them must have readings, two at least.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, and for arguments out of range.
    /// - Complexity: O(*n* log *n*).
    public init(
        of readings: some Sequence<Reading>, from start: Timestamp, lasting length: Duration, every season: Duration,
        seasons: Int, needed: Int = 4
    ) throws(StatisticsError) {
        let options = BaselineOptions(needed: needed)
        try options.validate()
        guard length > .zero else { throw .notPositive(argument: "length of the period", value: "\(length)") }
        guard season >= length else {
            throw .outOfRange(
                argument: "season", value: "\(season)", allowed: "\(length), the period's length, at least")
        }
        guard (1...10_000).contains(seasons) else {
            throw .outOfRange(argument: "seasons", value: "\(seasons)", allowed: "one from 1 to 10000")
        }
        let ordered = try OrderedReadings(readings, for: "seasonal comparison")
        current = ordered.mean(from: start, to: start + length)
        earlier = (1...seasons).map { number in
            // Before the first moment that a time stamp covers there is nothing.
            let back = season.wholeNanoseconds.multipliedReportingOverflow(by: Int64(number))
            let begin = start.nanoseconds.subtractingReportingOverflow(back.partialValue)
            guard !back.overflow, !begin.overflow else { return nil }
            let period = Timestamp(nanoseconds: begin.partialValue)
            return ordered.mean(from: period, to: period + length)
        }
        let spread = Spread(medianOf: earlier.compactMap { $0 })
        let expectation = spread.expectation(needing: needed, scaleAtLeast: 0)
        deviation = BaselineDeviation(of: current, from: expectation)
    }

    /// The period's mean by the median of those before; nil where one is missing or the median is zero.
    public var ratio: Double? {
        guard let current, let expected = deviation.expectation.value, expected != 0 else { return nil }
        return (current / expected).held
    }
}

extension OrderedReadings {
    /// The mean of the readings from `start` until before `end`.
    fileprivate func mean(from start: Timestamp, to end: Timestamp) -> Double? {
        let places = times.partitioningIndex { $0 >= start }..<times.partitioningIndex { $0 >= end }
        return places.isEmpty ? nil : values[places].reduce(0, +) / Double(places.count)
    }
}
