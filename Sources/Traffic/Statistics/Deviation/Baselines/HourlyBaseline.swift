/// What is ordinary at each hour of the day, and on weekends if these differ.
///
///     let baseline = try HourlyBaseline(fitting: lastMonth, utcOffset: .seconds(3600), separatingWeekends: true)
///
/// Offices sleep: ten logins a minute are nothing at ten in the morning and something at four. The price is that each
/// of the 24 hours (48 with weekends) must have seen enough readings of its own.
///
/// The offset of local time from UTC is part of the question and never guessed. It is one for all of the past: where
/// clocks were put forward in between, fit the parts before and after each with its own.
public struct HourlyBaseline: Baseline, Hashable {
    /// How the readings of an hour are summed up.
    public enum Measure: String, Hashable, Sendable {
        /// Mean and sample standard deviation.
        case mean
        /// Median and MAD, as in ``MedianBaseline``.
        case median
    }

    private let spreads: [Int: Spread]
    private let options: BaselineOptions
    private let offset: Int64
    private let separatesWeekends: Bool

    /// Learns from `past`.
    /// - Parameters:
    ///   - past: readings of, better, several weeks.
    ///   - utcOffset: how far local clocks are ahead of UTC, negative for behind; at most a day.
    ///   - separatingWeekends: whether Saturdays and Sundays have hours of their own.
    ///   - measure: how the readings of an hour are summed up.
    ///   - options: what each hour needs.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, an offset of more than a day, and
    ///   options out of range.
    /// - Complexity: O(*n* log *n*).
    public init(
        fitting past: some Sequence<Reading>, utcOffset: Duration, separatingWeekends: Bool = false,
        by measure: Measure = .median, options: BaselineOptions = .init()
    ) throws(StatisticsError) {
        try options.validate()
        guard abs(utcOffset.inSeconds) <= 86_400 else {
            throw .outOfRange(argument: "UTC offset", value: "\(utcOffset)", allowed: "a day at most, either way")
        }
        (self.options, offset, separatesWeekends) = (options, utcOffset.wholeNanoseconds, separatingWeekends)
        let readings = try OrderedReadings(past, for: "hourly baseline")
        var values: [Int: [Double]] = [:]
        for (time, value) in zip(readings.times, readings.values) {
            let slot = HourSlot(time, offset: offset, separatingWeekends: separatingWeekends)
            values[slot.number, default: []].append(value)
        }
        spreads = values.mapValues { measure == .mean ? Spread(meanOf: $0) : Spread(medianOf: $0) }
    }

    /// By the readings of the same hour of the day.
    public func expectation(at time: Timestamp) -> Expectation {
        let slot = HourSlot(time, offset: offset, separatingWeekends: separatesWeekends)
        let spread = spreads[slot.number] ?? Spread(medianOf: [])
        return spread.expectation(needing: options.needed, scaleAtLeast: options.smallestScale)
    }
}
