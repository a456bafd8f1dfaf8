/// A level that drifts and a rhythm that repeats: what ``HoltWinters`` forecasts for a moment.
///
///     var baseline = try HoltWintersBaseline(fitting: past, every: .seconds(3600), season: .seconds(7 * 86_400))
///     baseline.deviation(of: 812, at: now).z
///
/// The readings are those of windows that follow each other by `interval`. Windows that are missing are gaps. It speaks
/// after two seasons and as many forecasts as the options need, and is the less sure the further ahead it is asked.
public struct HoltWintersBaseline: Baseline, Hashable {
    private var model: HoltWinters
    private let options: BaselineOptions
    private let interval: Int64
    private let first: Timestamp
    /// The step of the last reading, counted from the first one's, which is zero.
    private var last = -1

    /// Learns from `past`; of several readings within one interval the first counts.
    /// - Parameters:
    ///   - past: readings, one for each interval or fewer.
    ///   - interval: the time from one reading to the next.
    ///   - season: the time after which they repeat: a whole number of intervals, at least two.
    ///   - parameters: how fast to follow; if not given, those of the least squared one-step error on `past`.
    ///   - options: how many forecasts it needs to have made.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰, for intervals and seasons out of
    ///   range, and for more than ten million intervals between the first and the last reading.
    /// - Complexity: O(*n* log *n*) in the readings and O(intervals) in the time they span, some hundreds of times
    ///   where parameters are chosen.
    public init(
        fitting past: some Sequence<Reading>, every interval: Duration, season: Duration,
        parameters: HoltWintersParameters? = nil, options: BaselineOptions = .init()
    ) throws(StatisticsError) {
        try options.validate()
        let length = try Self.steps(of: season, by: interval)
        let readings = try OrderedReadings(past, for: "Holt–Winters baseline")
        self.options = options
        self.interval = interval.wholeNanoseconds
        first = readings.times.first ?? Timestamp(nanoseconds: 0)
        let values = try Self.grid(readings, interval: self.interval)
        let chosen: HoltWintersParameters
        if let parameters { chosen = parameters } else { chosen = try .best(for: values, season: length) }
        model = try HoltWinters(season: length, parameters: chosen)
        for value in values { try model.add(value) }
        last = values.count - 1
    }

    /// How fast it follows: as given, or as chosen.
    public var parameters: HoltWintersParameters { model.parameters }

    /// Learns one more reading. One that is not of a later interval than the last is left out.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰; the baseline stays as it was.
    /// - Complexity: O(1), however much time went by.
    public mutating func add(_ reading: Reading) throws(StatisticsError) {
        if let value = reading.value { try OrderedReadings.check(value, at: 0, for: "Holt–Winters baseline") }
        let step = step(at: reading.time)
        guard step > last else { return }
        model.skip(step - last - 1)
        try model.add(reading.value)
        last = step
    }

    /// The forecast for the interval in which the time lies.
    public func expectation(at time: Timestamp) -> Expectation {
        let expectation = model.forecast(step(at: time) - last, needed: options.needed)
        guard case .known(let value, let scale, let count) = expectation else { return expectation }
        return .known(value: value, scale: max(scale, options.smallestScale), count: count)
    }
}

extension HoltWintersBaseline {
    private static var mostIntervals: Int { 10_000_000 }

    private static func steps(of season: Duration, by interval: Duration) throws(StatisticsError) -> Int {
        let (season, interval) = (season.wholeNanoseconds, interval.wholeNanoseconds)
        guard interval > 0 else { throw .notPositive(argument: "interval", value: "\(interval) ns") }
        guard season > 0, season % interval == 0 else {
            throw .outOfRange(
                argument: "season", value: "\(season) ns", allowed: "a whole number of intervals of \(interval) ns")
        }
        return Int(season / interval)
    }

    /// The readings interval by interval, with nil for those that have none.
    private static func grid(_ readings: OrderedReadings, interval: Int64) throws(StatisticsError) -> [Double?] {
        guard let first = readings.times.first, let last = readings.times.last else { return [] }
        let count = last.offset(from: first) / UInt64(interval)
        guard count < mostIntervals else {
            throw .outOfRange(
                argument: "interval", value: "\(interval) ns",
                allowed: "one of which the past has at most \(mostIntervals)")
        }
        var values = [Double?](repeating: nil, count: Int(count) + 1)
        for (time, value) in zip(readings.times, readings.values) {
            let step = Int(time.offset(from: first) / UInt64(interval))
            values[step] = values[step] ?? value
        }
        return values
    }

    /// The interval of a moment, counted from the first; those before it have negative numbers.
    private func step(at time: Timestamp) -> Int {
        guard time < first else { return held(time.offset(from: first) / UInt64(interval)) }
        return -held((first.offset(from: time) - 1) / UInt64(interval)) - 1
    }

    /// Held where sums and differences of two steps are still numbers.
    private func held(_ step: UInt64) -> Int { Int(min(step, UInt64(Int.max / 4))) }
}
