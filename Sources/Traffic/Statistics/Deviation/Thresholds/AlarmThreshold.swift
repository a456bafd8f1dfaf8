/// How high a score must be to raise an alarm, so that ordinary traffic raises as few as wanted.
///
///     let threshold = try AlarmThreshold(fitting: pastScores, falseAlarmsPerDay: 1, every: .seconds(60))
///     threshold?.value                // 4.7
///     threshold?.achievedPerDay       // 0.86: alarms a day it would have raised on the past
///     threshold?.keepsPromise         // true: the past is long enough to say so
///
/// It is one of the past scores themselves, so nothing is assumed about how they are distributed. If the scores to come
/// are like those of the past, in any order, the next one is above the k-th greatest of *n* with a chance of k / (n +
/// 1) at most: that is ``expectedPerDay``, and k is the greatest that keeps it within what is wanted. (The argument of
/// conformal prediction: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005.)
public struct AlarmThreshold: Hashable, Sendable {
    /// The score that must be exceeded.
    public let value: Double
    /// How many past scores it rests on.
    public let count: Int
    /// How many of them are above it.
    public let exceedances: Int
    /// Past scores above it by the day.
    public let achievedPerDay: Double
    /// At most as many are to be expected, a day, of scores like the past ones.
    public let expectedPerDay: Double
    /// Whether that is within what was wanted. If not, the past is too short for so rare an alarm: the threshold is
    /// then its greatest score.
    public let keepsPromise: Bool

    /// Chooses the threshold by past scores that had no attack in them, as far as one knows; nil if there are none.
    /// - Parameters:
    ///   - scores: one for each interval; gaps are left out.
    ///   - rate: how many false alarms a day are tolerable, above zero.
    ///   - interval: the time from one score to the next.
    /// - Throws: ``StatisticsError`` for a score not finite or beyond 10¹⁵⁰, and a rate or interval not above zero.
    /// - Complexity: O(*n* log *n*).
    public init?(
        fitting scores: some Sequence<Reading>, falseAlarmsPerDay rate: Double, every interval: Duration
    ) throws(StatisticsError) {
        let goal = try AlarmGoal(perDay: rate, every: interval)
        self.init(ascending: try OrderedReadings(scores, for: "alarm threshold").values.sorted(), goal)
    }

    /// Chooses the threshold by past scores that follow each other by `interval`, with nil for gaps.
    /// - Throws: ``StatisticsError`` for a score not finite or beyond 10¹⁵⁰, and a rate or interval not above zero.
    /// - Complexity: O(*n* log *n*).
    public init?(
        fitting scores: [Double?], falseAlarmsPerDay rate: Double, every interval: Duration
    ) throws(StatisticsError) {
        let goal = try AlarmGoal(perDay: rate, every: interval)
        self.init(ascending: try OrderedReadings.known(scores, for: "alarm threshold").sorted(), goal)
    }

    init?(ascending scores: [Double], _ goal: AlarmGoal) {
        guard let greatest = scores.last else { return nil }
        count = scores.count
        // A rate that allows exactly k must not lose one of them to rounding.
        let rank = (goal.chance * Double(count + 1) + 1e-9).rounded(.down)
        let place = Int(min(max(rank, 1), Double(count)))
        value = rank < 1 ? greatest : scores[count - place]
        exceedances = count - scores.partitioningIndex { [value] in $0 > value }
        achievedPerDay = Double(exceedances) / Double(count) * goal.readingsPerDay
        expectedPerDay = Double(place) / Double(count + 1) * goal.readingsPerDay
        keepsPromise = rank >= 1
    }
}

/// How many alarms are wanted.
struct AlarmGoal: Hashable, Sendable {
    /// How many scores there are in a day.
    let readingsPerDay: Double
    /// The wanted chance of an alarm with each.
    let chance: Double

    init(perDay rate: Double, every interval: Duration) throws(StatisticsError) {
        guard rate > 0, rate < .infinity else { throw .notPositive(argument: "false alarms per day", value: "\(rate)") }
        guard interval > .zero else { throw .notPositive(argument: "interval", value: "\(interval)") }
        readingsPerDay = 86_400 / interval.inSeconds
        chance = rate / readingsPerDay
    }
}
