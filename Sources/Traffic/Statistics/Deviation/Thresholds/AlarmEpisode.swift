/// A time in which something was wrong, told once.
public struct AlarmEpisode: Hashable, Sendable {
    /// The reading that raised the alarm.
    public let start: Timestamp
    /// The last reading that kept it up.
    public fileprivate(set) var end: Timestamp
    /// The greatest score.
    public fileprivate(set) var peak: Double
    /// When that was.
    public fileprivate(set) var peakTime: Timestamp
    /// How many readings kept it up.
    public fileprivate(set) var readingCount: Int
}

extension AlarmEpisode {
    init(_ score: Double, at time: Timestamp) {
        self.init(start: time, end: time, peak: score, peakTime: time, readingCount: 1)
    }

    /// Takes a reading that keeps the alarm up. One from before does not make the episode shorter.
    mutating func add(_ score: Double, at time: Timestamp) {
        end = max(end, time)
        readingCount += 1
        if score > peak { (peak, peakTime) = (score, time) }
    }
}
