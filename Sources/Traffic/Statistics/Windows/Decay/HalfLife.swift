/// After how long an observation counts half as much as when it was made.
public struct HalfLife: Hashable, Sendable {
    /// Whether it is a number of events, and not of nanoseconds.
    let isOfEvents: Bool
    /// How many nanoseconds or events it is.
    let length: Int64

    /// A half-life in time.
    public static func time(_ length: Duration) -> HalfLife {
        HalfLife(isOfEvents: false, length: length.wholeNanoseconds)
    }

    /// A half-life in events.
    public static func events(_ count: Int) -> HalfLife {
        HalfLife(isOfEvents: true, length: Int64(count))
    }

    func validate() throws(StatisticsError) {
        guard length > 0 else {
            throw .notPositive(argument: "half-life", value: isOfEvents ? "\(length)" : "\(length) ns")
        }
    }
}
