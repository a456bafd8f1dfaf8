/// Level, trend and season at one step of a series.
struct HoltWintersState: Hashable, Sendable {
    var level: Double
    var trend: Double
    /// What each place of the season adds to the level; nil for one that was never seen.
    var seasons: [Double?]
    /// The place in the season of the next value.
    var place: Int

    /// Begins after two seasons of values, of which the first lies at `place`; nil if none has a value.
    ///
    /// The trend is the mean growth from the first season to the second; the season what remains of the values without
    /// it, on average. A place that neither season knows stays unknown.
    init?(afterSeasons values: [Double?], place: Int) {
        let length = values.count / 2
        let growths = (0..<length).compactMap { index in
            values[index].flatMap { first in values[index + length].map { $0 - first } }
        }
        let trend = growths.isEmpty ? 0 : growths.reduce(0, +) / Double(growths.count) / Double(length)
        let centre = Double(2 * length - 1) / 2
        let means = (0..<length).map { index in
            Self.mean(
                [index, index + length].compactMap { at in values[at].map { $0 - trend * (Double(at) - centre) } })
        }
        guard let middle = Self.mean(means.compactMap { $0 }) else { return nil }
        level = middle + trend * centre
        self.trend = trend
        self.place = place
        seasons = (0..<length).map { slot in means[(slot - place + length) % length].map { $0 - middle } }
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

extension HoltWintersState {
    /// The value to be expected `steps` steps after the last; nil where its place in the season is unknown.
    func forecast(_ steps: Int) -> Double? {
        let place = (place + (steps - 1) % seasons.count + seasons.count) % seasons.count
        return seasons[place].map { level + Double(steps) * trend + $0 }
    }

    /// Takes the next value and gives the error of its forecast; without a value the level goes on by its trend.
    ///
    /// The error correction form of the method (Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential
    /// Smoothing, 2008, section 2.5); it is equal to Winters' with the level before the value in the season's equation.
    mutating func add(_ value: Double?, _ parameters: HoltWintersParameters) -> Double? {
        defer { place = (place + 1) % seasons.count }
        let base = level + trend
        level = base
        guard let value else { return nil }
        guard let season = seasons[place] else {
            seasons[place] = value - base
            return nil
        }
        let error = value - base - season
        level += parameters.level * error
        trend += parameters.level * parameters.trend * error
        seasons[place] = season + parameters.season * error
        return error
    }

    /// Goes on for `steps` steps without values.
    mutating func skip(_ steps: Int) {
        level += Double(steps) * trend
        place = (place + steps % seasons.count) % seasons.count
    }
}
