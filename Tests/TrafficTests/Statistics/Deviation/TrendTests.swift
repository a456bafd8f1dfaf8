import Testing

@testable import Traffic

@Suite("trends")
struct TrendTests {
    private static func points(seed: Int, count: Int, digits: Int) -> (x: [Double], y: [Double]) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let x = Series.rounded(Series.normal(count, &generator), digits)
        let noise = Series.normal(count, &generator)
        return (x, Series.rounded(zip(x, noise).map { 0.3 * $0 + $1 }, digits))
    }

    /// scipy.stats.theilslopes(y, x, 0.9), SciPy 1.17: g = default_rng(seed); x = g.normal(size=n).round(digits);
    /// y = (0.3 * x + g.normal(size=n)).round(digits).
    @Test(
        "slopes and intervals are SciPy's",
        arguments: [
            (1, 12, 12, 0.5411029557201696, -0.24745804875773977, 1.0237307109593603, -0.19177457161488382),
            (2, 40, 12, 0.38557866459266743, -0.015870653973965945, 0.7977539045856972, -0.03729126722384607),
            (3, 200, 0, 0, 0, 0.5, 0),
            (4, 1500, 1, 0.3076923076923077, 0.2631578947368421, 0.3478260869565218, 0),
            (5, 1500, 12, 0.3095061504638864, 0.2643494983998814, 0.35501305897610114, 0.02045170609752732),
        ])
    func scipy(
        seed: Int, count: Int, digits: Int, slope: Double, low: Double, high: Double, intercept: Double
    ) throws {
        let (x, y) = Self.points(seed: seed, count: count, digits: digits)
        let trend = try #require(try TheilSen(x: x, y: y, level: 0.9))
        #expect(agree(trend.slope, slope) && agree(trend.intercept, intercept))
        #expect(agree(trend.interval.lower, low) && agree(trend.interval.upper, high))
    }

    @Test("slopes selected by rank are those of the sorted list", arguments: 0..<1000)
    func selection(seed: Int) throws {
        let (x, y) = Self.points(seed: seed, count: 3 + seed % 14, digits: seed % 3)
        var slopes: [Double] = []
        for later in x.indices {
            for earlier in x.indices where x[earlier] < x[later] {
                slopes.append((y[later] - y[earlier]) / (x[later] - x[earlier]))
            }
        }
        slopes.sort()
        let selected = try PairSlopes(x: x, y: y, listing: 1)
        #expect(selected?.count ?? 0 == slopes.count)
        for rank in stride(from: seed % 31, to: slopes.count, by: 31) {
            #expect(agree(selected?.value(ofRank: rank), slopes[rank], within: 1e-12))
        }
    }

    @Test("the slope follows origin and unit of both axes", arguments: 0..<100)
    func equivariance(seed: Int) throws {
        let (x, y) = Self.points(seed: seed, count: 25, digits: 12)
        let trend = try #require(try TheilSen(x: x, y: y))
        let moved = try TheilSen(x: x.map { 4 * $0 + 100 }, y: zip(x, y).map { 3 - 2 * $1 + 5 * $0 })
        #expect(agree(moved?.slope, (-2 * trend.slope + 5) / 4))
        #expect(agree(moved?.interval.lower, (-2 * trend.interval.upper + 5) / 4))
    }

    /// The interval holds the truth in 95 % of 400 series: four standard errors are 4.4 %.
    @Test("intervals hold the true slope as often as they say")
    func coverage() throws {
        var generator = NumPyGenerator(seed: 99)
        let covered = try (0..<400).count { _ in
            let y = (0..<30).map { 0.1 * Double($0) + generator.normal() }
            return try TheilSen(x: (0..<30).map(Double.init), y: y)?.interval.contains(0.1) ?? false
        }
        #expect(abs(Double(covered) / 400 - 0.95) < 0.044)
    }

    @Test("readings have a slope by the second, gaps and order left aside")
    func readings() throws {
        let readings = Series.readings([1, nil, 3, 4, 5, 100, 7])
        let trend = try #require(try TheilSen(of: readings.reversed()))
        #expect(agree(trend.slope, 1.0 / 60) && agree(trend.intercept, 1))
        let longAgo = readings.map { Reading($0.value, at: Timestamp(nanoseconds: .min) + $0.time.sinceEpoch) }
        #expect(agree(try TheilSen(of: longAgo)?.slope, 1.0 / 60))
    }

    @Test("without two different x there is no slope; a constant has slope zero")
    func degenerate() throws {
        #expect(try TheilSen(x: [], y: []) == nil && TheilSen(x: [1, 1], y: [2, 3]) == nil)
        let flat = try #require(try TheilSen(x: [1, 2, 3], y: [5, 5, 5]))
        #expect(flat.slope == 0 && flat.interval.lower == 0 && flat.interval.upper == 0 && flat.intercept == 5)
        #expect(try TheilSen(x: [0, 1], y: [0, 2])?.slope == 2)
        #expect(try TheilSen(of: Series.readings([Double?](repeating: 7, count: 3000)))?.slope == 0)
    }

    @Test("bad input is refused")
    func errors() {
        for (x, y, level) in [
            ([1, 2], [1], 0.9), ([1, 2], [1, .nan], 0.9), ([1, .infinity], [1, 2], 0.9), ([1, 2], [1, 2], 1),
            ([0, .leastNonzeroMagnitude], [0, 1], 0.9), ([1, 2], [1, 2], .nan),
        ] as [([Double], [Double], Double)] {
            #expect(throws: StatisticsError.self) { try TheilSen(x: x, y: y, level: level) }
        }
    }

    /// tau by scipy.stats.kendalltau; score, z and p by the definition in NumPy: y = default_rng(seed).normal(size=n)
    /// + 0.01 * arange(n), rounded to `digits`.
    @Test(
        "Mann and Kendall's test agrees with SciPy",
        arguments: [
            (21, 10, 12, -5, -0.1111111111111111, -0.35777087639996635, 0.7205147871362552),
            (22, 60, 12, 368, 0.20790960451977403, 2.3406995912058397, 0.01924764734592425),
            (23, 300, 0, 20665, 0.5116260923896284, 12.156510530626397, 5.29735077065297e-34),
        ])
    func mannKendall(
        seed: Int, count: Int, digits: Int, score: Int, tau: Double, z: Double, pValue: Double
    ) throws {
        let drift = Series.normal(seed: seed, count: count).enumerated().map { $1 + 0.01 * Double($0) }
        let values = digits == 0 ? Series.rounded(drift, 0) : drift
        let test = try #require(try MannKendall(of: Series.readings(values)))
        #expect(test.score == score && agree(test.tau, tau) && agree(test.z, z))
        #expect(abs(test.pValue / pValue - 1) < 1e-9)
    }

    @Test("the score counts pairs", arguments: 0..<1000)
    func score(seed: Int) throws {
        let values = Series.rounded(Series.normal(seed: seed, count: 3 + seed % 20), seed % 2)
        var score = 0
        for later in values.indices {
            for earlier in 0..<later {
                score += values[later] > values[earlier] ? 1 : values[later] < values[earlier] ? -1 : 0
            }
        }
        let test = try MannKendall(of: Series.readings(values))
        #expect(test.map { $0.score == score && abs($0.tau) <= 1 + 1e-12 } ?? (Set(values).count == 1))
    }

    @Test("too few or equal values have no trend to test")
    func untestable() throws {
        #expect(try MannKendall(of: Series.readings([1, 2])) == nil)
        #expect(try MannKendall(of: Series.readings([4, 4, nil, 4, 4])) == nil)
    }
}
