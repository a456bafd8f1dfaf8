extension HoltWintersParameters {
    /// The parameters whose forecasts of one step were the best for `values`: the least mean squared error.
    ///
    /// The best of a coarse grid, then a search along the axes by ever smaller steps (Hooke and Jeeves, Journal of the
    /// ACM 8, 1961). Only the values given are looked at.
    /// - Complexity: O(*n*), a few hundred passes.
    static func best(for values: [Double?], season: Int) throws(StatisticsError) -> HoltWintersParameters {
        var best = Point(level: 0.2, trend: 0, season: 0.1)
        var least = try best.error(for: values, season: season)
        for level in [0.02, 0.1, 0.3, 0.6, 0.9] {
            for (trend, share) in [(0.0, 0.0), (0, 0.1), (0, 0.4), (0.1, 0), (0.1, 0.1), (0.1, 0.4)] {
                let point = Point(level: level, trend: trend, season: share)
                let error = try point.error(for: values, season: season)
                if error < least { (best, least) = (point, error) }
            }
        }
        var step = 0.1
        while step > 0.002 {
            var isBetter = false
            for point in best.neighbours(at: step) {
                let error = try point.error(for: values, season: season)
                if error < least { (best, least, isBetter) = (point, error, true) }
            }
            if !isBetter { step /= 2 }
        }
        return best.parameters
    }
}

/// A point of the cube of all parameters; the season's is a share of what the level leaves of it.
private struct Point {
    let level: Double
    let trend: Double
    let season: Double

    var parameters: HoltWintersParameters {
        HoltWintersParameters(checkedLevel: level, trend: trend, season: season * (1 - level))
    }

    func error(for values: [Double?], season length: Int) throws(StatisticsError) -> Double {
        var model = try HoltWinters(season: length, parameters: parameters)
        for value in values { try model.add(value) }
        return model.meanSquaredError ?? .infinity
    }

    func neighbours(at step: Double) -> [Point] {
        [-step, step].flatMap { step in
            [
                Point(level: moved(level, step), trend: trend, season: season),
                Point(level: level, trend: moved(trend, step), season: season),
                Point(level: level, trend: trend, season: moved(season, step)),
            ]
        }
    }

    private func moved(_ value: Double, _ step: Double) -> Double { min(max(value + step, 0), 1) }
}
