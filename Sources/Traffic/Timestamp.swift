/// A moment, in nanoseconds since 1970-01-01 00:00 UTC.
///
///     Timestamp(seconds: 1.5) + .milliseconds(500)     // Timestamp(seconds: 2)
///
/// Covers the years 1678 to 2262; moments beyond are held at the nearest end, so arithmetic never traps.
public struct Timestamp: Hashable, Sendable {
    /// Nanoseconds since the epoch; negative before it.
    public var nanoseconds: Int64

    /// The moment `nanoseconds` after the epoch.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// The moment `seconds` and `nanoseconds` after the epoch.
    public init(seconds: Int64, nanoseconds: Int64) {
        let whole = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let sum = whole.partialValue.addingReportingOverflow(nanoseconds)
        let isBeyond = whole.overflow || sum.overflow
        self.nanoseconds = isBeyond ? (seconds < 0 ? .min : .max) : sum.partialValue
    }

    /// The moment `seconds` after the epoch, to the nearest nanosecond; the epoch itself for a value that is no number.
    public init(seconds: Double) {
        let nanoseconds = (seconds * 1e9).rounded()
        self.nanoseconds = nanoseconds.isNaN ? 0 : Int64(exactly: nanoseconds) ?? (nanoseconds < 0 ? .min : .max)
    }

    /// Seconds since the epoch; as a Double it resolves about 0.2 microseconds for moments of this century.
    public var seconds: Double { Double(nanoseconds) / 1e9 }

    /// The time from the epoch to this moment.
    public var sinceEpoch: Duration { .nanoseconds(nanoseconds) }
}

extension Timestamp: InstantProtocol {
    /// Whether one moment comes before the other.
    public static func < (left: Timestamp, right: Timestamp) -> Bool { left.nanoseconds < right.nanoseconds }

    /// The moment `duration` later; held at the ends of what a time stamp covers.
    public func advanced(by duration: Duration) -> Timestamp {
        let sum = nanoseconds.addingReportingOverflow(duration.wholeNanoseconds)
        return Timestamp(nanoseconds: sum.overflow ? (duration < .zero ? .min : .max) : sum.partialValue)
    }

    /// The time that passes from this moment to `other`; negative where `other` is earlier.
    public func duration(to other: Timestamp) -> Duration {
        other.sinceEpoch - sinceEpoch
    }
}

extension Timestamp {
    /// The moment `duration` later.
    public static func + (time: Timestamp, duration: Duration) -> Timestamp { time.advanced(by: duration) }

    /// The moment `duration` earlier.
    public static func - (time: Timestamp, duration: Duration) -> Timestamp { time.advanced(by: .zero - duration) }

    /// The time that passed from the right moment to the left one.
    public static func - (left: Timestamp, right: Timestamp) -> Duration { right.duration(to: left) }
}

extension Duration {
    /// The duration in whole nanoseconds, rounded towards zero and held within 64 bits.
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return Timestamp(seconds: seconds, nanoseconds: attoseconds / 1_000_000_000).nanoseconds
    }

    /// The duration in seconds.
    public var inSeconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
