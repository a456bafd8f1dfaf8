/// Additive Holt–Winters smoothing: a level, its trend, and a season that repeats.
///
///     var model = try HoltWinters(season: 24, parameters: .init(level: 0.2, trend: 0.01, season: 0.1))
///     for count in hourlyCounts { try model.add(count) }
///     model.forecast(3)          // what to expect three hours on, and how surely
///
/// The first two seasons only begin it. From then on each value is first forecast, and the errors made give the scale.
/// (Winters, Management Science 6, 1960.)
public struct HoltWinters: Hashable, Sendable {
    /// How fast it follows.
    public let parameters: HoltWintersParameters
    /// The number of steps after which the season repeats.
    public let season: Int
    /// How many forecasts were compared with their values.
    public private(set) var errorCount = 0
    private var squaredErrors = 0.0
    private var beginning: [Double?] = []
    private var state: HoltWintersState?
    private var skipped = 0
    private var given = 0

    /// A model that has seen nothing.
    /// - Throws: ``StatisticsError`` for a season that is not in 2...1,000,000 steps.
    public init(season: Int, parameters: HoltWintersParameters) throws(StatisticsError) {
        guard (2...1_000_000).contains(season) else {
            throw .outOfRange(argument: "season", value: "\(season) steps", allowed: "2 to 1000000 steps")
        }
        (self.season, self.parameters) = (season, parameters)
    }

    /// Takes the next value, nil for a gap.
    /// - Throws: ``StatisticsError`` for one that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1), but for the step that ends the second season.
    public mutating func add(_ value: Double?) throws(StatisticsError) {
        if let value { try OrderedReadings.check(value, at: given, for: "Holt–Winters") }
        given += 1
        guard state != nil else { return begin(with: value) }
        if let error = state?.add(value, parameters) {
            squaredErrors += error * error
            errorCount += 1
        }
    }

    /// Goes on for `steps` steps without values, of which there may be very many; none for a negative number.
    /// - Complexity: O(1), or of the season's length before the model has begun.
    public mutating func skip(_ steps: Int) {
        var rest = max(steps, 0)
        while state == nil, rest > 0, !beginning.isEmpty {
            begin(with: nil)
            rest -= 1
        }
        if state == nil { skipped = (skipped + rest % season) % season } else { state?.skip(rest) }
    }

    /// What to expect `steps` steps after the last, 1 for the next; by that many steps or fewer *before* the next, what
    /// the model of now would have expected then.
    ///
    /// The scale is the root of the mean squared one-step error, widened for the steps in between as the model's theory
    /// has it (Hyndman and Athanasopoulos, Forecasting, section 8.7). Needed are `needed` errors.
    /// - Complexity: O(1).
    public func forecast(_ steps: Int, needed: Int = 8) -> Expectation {
        let steps = min(max(steps, Int.min / 4), Int.max / 4)
        guard let value = state?.forecast(steps), errorCount >= max(needed, 1) else {
            return .tooLittle(count: errorCount, needed: needed)
        }
        let variance = squaredErrors / Double(errorCount) * widening(steps)
        return .known(value: value.held, scale: variance.squareRoot().held, count: errorCount)
    }

    /// The mean squared error of the forecasts of one step; nil before the first.
    public var meanSquaredError: Double? { errorCount > 0 ? squaredErrors / Double(errorCount) : nil }
}

extension HoltWinters {
    private mutating func begin(with value: Double?) {
        beginning.append(value)
        guard beginning.count == 2 * season else { return }
        state = HoltWintersState(afterSeasons: beginning, place: skipped)
        beginning = []
    }

    /// The variance of an error `steps` steps on, in variances of one step: 1 + Σ c², where the error of step j is
    /// carried on by c = α + αβ*j, and by γ more where j is a whole season, in closed form.
    private func widening(_ steps: Int) -> Double {
        guard steps > 1 else { return 1 }
        let (alpha, gamma) = (parameters.level, parameters.season)
        let beta = alpha * parameters.trend
        let ahead = Double(steps)
        let seasons = Double((steps - 1) / season)
        let ofTrend = (ahead - 1) * (alpha * alpha + alpha * beta * ahead + beta * beta * ahead * (2 * ahead - 1) / 6)
        return 1 + ofTrend + gamma * seasons * (2 * alpha + gamma + beta * Double(season) * (seasons + 1))
    }
}
