/// How fast the parts of a Holt–Winters model follow the values: zero never, one at once.
public struct HoltWintersParameters: Hashable, Sendable {
    /// The share of an error by which the level moves (α), from 0 to 1.
    public let level: Double
    /// The share of the level's own correction by which the trend moves (β*), from 0 to 1.
    public let trend: Double
    /// The share of an error by which the season moves (γ), from 0 to 1 − `level`.
    public let season: Double

    /// Parameters within the usual region, in which old errors are forgotten.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` outside of it.
    public init(level: Double, trend: Double, season: Double) throws(StatisticsError) {
        try Self.check(level, "level parameter", most: 1)
        try Self.check(trend, "trend parameter", most: 1)
        try Self.check(season, "season parameter", most: 1 - level)
        self.init(checkedLevel: level, trend: trend, season: season)
    }

    init(checkedLevel level: Double, trend: Double, season: Double) {
        (self.level, self.trend, self.season) = (level, trend, season)
    }

    private static func check(_ value: Double, _ name: String, most: Double) throws(StatisticsError) {
        guard value >= 0, value <= most else {
            throw .outOfRange(argument: name, value: "\(value)", allowed: "one from 0 to \(most)")
        }
    }
}
