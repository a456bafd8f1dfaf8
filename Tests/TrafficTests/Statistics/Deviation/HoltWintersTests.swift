import TestSupport
import Testing

@testable import Traffic

@Suite("Holt–Winters")
struct HoltWintersTests {
    /// Winters' equations, component by component, as textbooks have them (Hyndman and Athanasopoulos, section 8.3).
    private static func naive(
        _ values: [Double?], level: Double, trend: Double, seasons: [Double], _ parameters: HoltWintersParameters
    ) -> (forecasts: [Double], next: Double) {
        var (level, trend, seasons, forecasts) = (level, trend, seasons, [Double]())
        let (alpha, beta, gamma) = (parameters.level, parameters.trend, parameters.season)
        for value in values {
            let (base, season) = (level + trend, seasons[seasons.count - 4])
            forecasts.append(base + season)
            guard let value else {
                level = base
                seasons.append(season)
                continue
            }
            let before = level
            level = alpha * (value - season) + (1 - alpha) * base
            seasons.append(gamma * (value - base) + (1 - gamma) * season)
            trend = beta * (level - before) + (1 - beta) * trend
        }
        return (forecasts, level + trend + seasons[seasons.count - 4])
    }

    @Test("forecasts and errors are those of the textbook's equations", arguments: 0..<1000)
    func equations(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let level = generator.random()
        let parameters = try HoltWintersParameters(
            level: level, trend: generator.random(), season: generator.random() * (1 - level))
        // Two equal seasons begin it with level 10, no trend and a season that is known.
        let season = [3.0, -1, -4, 2]
        var model = try HoltWinters(season: 4, parameters: parameters)
        for value in (season + season) { try model.add(10 + value) }
        let values = (0..<12).map { _ in generator.random() < 0.2 ? nil : 10 * generator.random() }
        for value in values { try model.add(value) }
        let naive = Self.naive(values, level: 10, trend: 0, seasons: season, parameters)
        let errors = zip(values, naive.forecasts).compactMap { value, forecast in value.map { $0 - forecast } }
        #expect(agree(model.forecast(1, needed: 1).value, naive.next))
        #expect(model.errorCount == errors.count)
        #expect(agree(model.meanSquaredError, errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)))
    }

    @Test("the scale of a far forecast is the sum of squared weights", arguments: [1, 2, 4, 5, 8, 9, 50])
    func widening(steps: Int) throws {
        let parameters = try HoltWintersParameters(level: 0.4, trend: 0.3, season: 0.2)
        var model = try HoltWinters(season: 4, parameters: parameters)
        for value in Series.normal(seed: 9, count: 40) { try model.add(value) }
        let weights = (1..<max(steps, 1)).map { (step: Int) -> Double in
            let ofTrend = 0.4 + 0.12 * Double(step)
            return step % 4 == 0 ? ofTrend + 0.2 : ofTrend
        }
        let variance = (model.meanSquaredError ?? 0) * weights.reduce(1) { $0 + $1 * $1 }
        #expect(agree(model.forecast(steps).scale, variance.squareRoot()))
    }

    @Test("a straight line with a season is forecast without error, gaps or not")
    func exact() throws {
        let truth = { (step: Int) -> Double in
            let season: [Double] = [1, 4, -2, 0, 0, -3]
            return 5 + 0.25 * Double(step) + season[step % 6]
        }
        let values = (0..<200).map { (step: Int) -> Double? in step % 7 == 3 ? nil : truth(step) }
        let baseline = try HoltWintersBaseline(
            fitting: Series.readings(values), every: .seconds(60), season: .seconds(360))
        for step in [200, 203, 210, 1000] {
            let time = Timestamp(seconds: Int64(step) * 60 + 30, nanoseconds: 0)
            // Trend and season are learnt from unequal gaps, so they are right after a while and not at once.
            #expect(agree(baseline.expectation(at: time).value, truth(step), within: 1e-2))
        }
    }

    /// For 3,000 draws the standard error of a root mean square is 1.3 %.
    @Test("scores of a series that is as the model says are standard normal")
    func calibration() throws {
        var generator = NumPyGenerator(seed: 77)
        let season: [Double] = [5, 0, -5, 3, 1, -4]
        let values = (0..<4000).map { 20 + season[$0 % 6] + generator.normal(standardDeviation: 2) }
        let readings = Series.readings(values)
        var baseline = try HoltWintersBaseline(
            fitting: readings.prefix(1000), every: .seconds(60), season: .seconds(360))
        #expect(baseline.parameters.level < 0.1 && baseline.parameters.season < 0.1)
        var squares = 0.0
        for reading in readings.dropFirst(1000) {
            squares += baseline.deviation(of: reading).z.map { $0 * $0 } ?? .infinity
            try baseline.add(reading)
        }
        #expect(abs((squares / 3000).squareRoot() - 1) < 0.08)
    }

    @Test("chosen parameters beat those of a grid", arguments: [1, 2, 3])
    func choice(seed: Int) throws {
        var level = 0.0
        let values = Series.normal(seed: seed, count: 300).enumerated().map { step, noise in
            level += noise / 3
            return level + Double(2 * (step % 3)) + noise
        }
        func error(_ parameters: HoltWintersParameters) throws -> Double {
            var model = try HoltWinters(season: 3, parameters: parameters)
            for value in values { try model.add(value) }
            return model.meanSquaredError ?? .infinity
        }
        let best = try error(.best(for: values, season: 3))
        for level in stride(from: 0, through: 1, by: 0.25) {
            for (trend, share) in [(0.0, 0.0), (0.2, 0), (0, 0.5), (0.5, 0.5)] {
                let parameters = try HoltWintersParameters(level: level, trend: trend, season: share * (1 - level))
                #expect(try best <= error(parameters))
            }
        }
    }

    @Test("too little, old readings and leaps of time are all taken")
    func edges() throws {
        let hour = Duration.seconds(3600)
        var baseline = try HoltWintersBaseline(
            fitting: [], every: hour, season: .seconds(86_400), parameters: .init(level: 0.5, trend: 0.1, season: 0.1))
        #expect(baseline.expectation(at: Timestamp(nanoseconds: 0)) == .tooLittle(count: 0, needed: 8))
        for reading in Series.readings(Series.normal(seed: 3, count: 100), every: 3600) { try baseline.add(reading) }
        let before = baseline
        try baseline.add(Reading(1e9, at: Timestamp(nanoseconds: 0)))
        #expect(baseline == before)
        #expect(throws: StatisticsError.self) { try baseline.add(Reading(.nan, at: Timestamp(nanoseconds: .max))) }
        try baseline.add(Reading(0, at: Timestamp(nanoseconds: .max)))
        for time in [Int64.min, -1, 0, .max] {
            #expect(baseline.deviation(of: 1, at: Timestamp(nanoseconds: time)).z?.isFinite == true)
        }
        var model = try HoltWinters(season: 2, parameters: before.parameters)
        model.skip(.max)
        try model.add(1)
        model.skip(.max)
        #expect(model.forecast(.min).value == nil && model.forecast(.max).value == nil)
    }

    @Test("arguments that cannot be are named")
    func errors() {
        #expect(throws: StatisticsError.self) { try HoltWintersParameters(level: 0.9, trend: 0, season: 0.2) }
        #expect(throws: StatisticsError.self) { try HoltWintersParameters(level: .nan, trend: 0, season: 0) }
        for (interval, season) in [(0, 60), (60, 0), (60, 90), (60, 60), (-1, 60)] as [(Int64, Int64)] {
            #expect(throws: StatisticsError.self) {
                try HoltWintersBaseline(fitting: [], every: .seconds(interval), season: .seconds(season))
            }
        }
        let apart = [0, Int64.max].map { Reading(1, at: Timestamp(nanoseconds: $0)) }
        #expect(throws: StatisticsError.self) {
            try HoltWintersBaseline(fitting: apart, every: .nanoseconds(1), season: .nanoseconds(5))
        }
    }
}
