/// How busy people are by the hour of the week, between 0 and 1.
///
/// Between two hours it changes evenly. Times are those of the capture's clock, UTC.
public struct Rhythm: Hashable, Sendable {
    /// What people do at each full hour of a working day, from midnight on: 24 shares of the busiest.
    public let hours: [Double]
    /// What is left of it on Saturdays and Sundays.
    public let weekend: Double

    /// An office: nobody at night, most before and after noon, less for lunch.
    public static let office = Rhythm(
        hours: [
            0.02, 0.02, 0.02, 0.02, 0.02, 0.03, 0.08, 0.3, 0.75, 1, 1, 0.95, 0.6, 0.7, 0.95, 0.95, 0.85, 0.55, 0.25,
            0.12,
            0.08, 0.05, 0.03, 0.02,
        ], weekend: 0.1)

    /// People at home, who look at pages in the evening.
    static let evenings = Rhythm(
        hours: [
            0.35, 0.22, 0.15, 0.1, 0.1, 0.12, 0.2, 0.3, 0.4, 0.45, 0.5, 0.5, 0.55, 0.55, 0.5, 0.5, 0.55, 0.6, 0.75, 0.9,
            1,
            0.95, 0.75, 0.5,
        ], weekend: 1)

    /// How busy people are at a moment.
    public func level(at time: Timestamp) -> Double {
        let (day, rest) = time.nanoseconds.flooredQuotient(dividingBy: 86_400_000_000_000)
        let hour = Double(rest / 1_000_000_000) / 3600
        let (first, share) = (Int(hour), hour - hour.rounded(.down))
        let level = hours[first % 24] * (1 - share) + hours[(first + 1) % 24] * share
        // 1970 began on a Thursday.
        let weekday = (day + 3).flooredQuotient(dividingBy: 7).remainder
        return weekday < 5 ? level : level * weekend
    }
}
