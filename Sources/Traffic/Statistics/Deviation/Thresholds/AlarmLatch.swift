/// An alarm with hysteresis: raised by one level and cleared by a lower one, so that a score which dances about the
/// threshold is one alarm and not twenty.
///
///     var latch = try AlarmLatch(raisedAbove: 5, clearedBelow: 3, quiet: 2)
///     for reading in scores {
///         if case .cleared(let episode) = try latch.add(reading) { … }
///     }
public struct AlarmLatch: Hashable, Sendable {
    /// What a reading did.
    public enum Event: Hashable, Sendable {
        /// It raised the alarm.
        case raised
        /// It cleared it.
        case cleared(AlarmEpisode)
    }

    /// The episode that has not ended; nil while all is quiet.
    public private(set) var episode: AlarmEpisode?
    private let upper: Double
    private let lower: Double
    private let quiet: Int
    private var quietCount = 0
    private var given = 0

    /// A latch that is quiet.
    /// - Parameters:
    ///   - upper: a score above it raises the alarm.
    ///   - lower: scores below it clear it; `upper` if not given, and never more.
    ///   - quiet: how many such readings it takes in a row, above zero.
    /// - Throws: ``StatisticsError`` for levels that are not finite or out of order, and a `quiet` not above zero.
    public init(
        raisedAbove upper: Double, clearedBelow lower: Double? = nil, quiet: Int = 1
    ) throws(StatisticsError) {
        let lower = lower ?? upper
        guard upper.isFinite else {
            throw .outOfRange(argument: "level that raises the alarm", value: "\(upper)", allowed: "a finite one")
        }
        guard lower <= upper, lower > -.infinity else {
            throw .outOfRange(argument: "level that clears the alarm", value: "\(lower)", allowed: "\(upper) at most")
        }
        guard quiet > 0 else { throw .notPositive(argument: "quiet readings", value: "\(quiet)") }
        (self.upper, self.lower, self.quiet) = (upper, lower, quiet)
    }

    /// Takes the next reading; a gap leaves everything as it is.
    /// - Throws: ``StatisticsError`` for a score that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1).
    public mutating func add(_ reading: Reading) throws(StatisticsError) -> Event? {
        guard let score = reading.value else { return nil }
        try OrderedReadings.check(score, at: given, for: "alarm")
        given += 1
        guard var episode else { return raise(score, at: reading.time) }
        guard score < lower || (score == lower && lower == upper) else {
            episode.add(score, at: reading.time)
            (self.episode, quietCount) = (episode, 0)
            return nil
        }
        quietCount += 1
        guard quietCount == quiet else { return nil }
        (self.episode, quietCount) = (nil, 0)
        return .cleared(episode)
    }

    private mutating func raise(_ score: Double, at time: Timestamp) -> Event? {
        guard score > upper else { return nil }
        episode = AlarmEpisode(score, at: time)
        return .raised
    }
}

extension Sequence where Element == Reading {
    /// The episodes of a series of scores, in order of time; the last may not have ended. See ``AlarmLatch``.
    /// - Throws: ``StatisticsError`` as ``AlarmLatch`` does.
    /// - Complexity: O(*n* log *n*).
    public func alarmEpisodes(
        raisedAbove upper: Double, clearedBelow lower: Double? = nil, quiet: Int = 1
    ) throws(StatisticsError) -> [AlarmEpisode] {
        var latch = try AlarmLatch(raisedAbove: upper, clearedBelow: lower, quiet: quiet)
        let ordered = try OrderedReadings(self, for: "alarm")
        var episodes: [AlarmEpisode] = []
        for (time, score) in zip(ordered.times, ordered.values) {
            if case .cleared(let episode) = try latch.add(Reading(score, at: time)) { episodes.append(episode) }
        }
        return episodes + (latch.episode.map { [$0] } ?? [])
    }
}
