/// The hour of the local day, and whether the day is one of a weekend.
struct HourSlot: Hashable, Sendable {
    /// 0 to 23, or 24 to 47 on weekends where these are told apart.
    let number: Int

    /// The slot in which `time` lies where clocks are `offset` nanoseconds ahead of UTC, at most a day.
    init(_ time: Timestamp, offset: Int64, separatingWeekends: Bool) {
        // The day and the offset are added after the division, so that no time stamp is too late to be moved.
        let (day, rest) = time.nanoseconds.flooredQuotient(dividingBy: Self.day)
        let (shift, local) = (rest + offset).flooredQuotient(dividingBy: Self.day)
        let hour = Int(local / 3_600_000_000_000)
        number = hour + (separatingWeekends && Self.isWeekend(day + shift) ? 24 : 0)
    }

    private static var day: Int64 { 86_400_000_000_000 }

    /// Day 0, 1 January 1970, was a Thursday.
    private static func isWeekend(_ day: Int64) -> Bool {
        (day + 3).flooredQuotient(dividingBy: 7).remainder >= 5
    }
}
