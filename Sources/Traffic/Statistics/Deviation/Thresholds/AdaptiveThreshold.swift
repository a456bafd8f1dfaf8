/// An alarm threshold that follows the last scores.
///
///     var adaptive = try AdaptiveThreshold(falseAlarmsPerDay: 1, every: .seconds(60), remembering: 20_160)
///     for score in scores {
///         let isAlarm = adaptive.threshold.map { score > $0.value && $0.keepsPromise } ?? false
///         if !isAlarm { try adaptive.add(score) }         // an attack is not to be learnt from
///     }
public struct AdaptiveThreshold: Hashable, Sendable {
    private let goal: AlarmGoal
    private let most: Int
    private var recent: [Double] = []
    private var oldest = 0
    private var ascending: [Double] = []
    private var given = 0

    /// A threshold that has seen nothing.
    /// - Parameters:
    ///   - rate: how many false alarms a day are tolerable, above zero.
    ///   - interval: the time from one score to the next.
    ///   - most: how many scores to remember, above zero.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for one that is not above zero.
    public init(
        falseAlarmsPerDay rate: Double, every interval: Duration, remembering most: Int
    ) throws(StatisticsError) {
        goal = try AlarmGoal(perDay: rate, every: interval)
        guard most > 0 else { throw .notPositive(argument: "scores to remember", value: "\(most)") }
        self.most = most
    }

    /// Learns one more score, nil for a gap, and forgets the oldest where there are enough.
    /// - Throws: ``StatisticsError`` for one that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(log *n*) comparisons, and moving *n* numbers in memory.
    public mutating func add(_ score: Double?) throws(StatisticsError) {
        guard let score else { return }
        try OrderedReadings.check(score, at: given, for: "adaptive threshold")
        given += 1
        if recent.count < most {
            recent.append(score)
        } else {
            let gone = recent[oldest]
            ascending.remove(at: ascending.partitioningIndex { $0 >= gone })
            recent[oldest] = score
            oldest = (oldest + 1) % most
        }
        ascending.insert(score, at: ascending.partitioningIndex { $0 > score })
    }

    /// The threshold by the scores it remembers; nil before the first.
    /// - Complexity: O(log *n*).
    public var threshold: AlarmThreshold? { AlarmThreshold(ascending: ascending, goal) }
}
