import Testing
import Traffic

@Suite("baselines")
struct BaselineTests {
    static let noon = Timestamp(seconds: 43_200, nanoseconds: 0)

    /// numpy.mean, std(ddof=1), median and scipy.stats.median_abs_deviation(scale="normal") of
    /// default_rng(seed).normal(size=n); SciPy 1.17.
    @Test(
        "means and medians are SciPy's",
        arguments: [
            (41, 5, -0.35933302848243037, 0.8594392914421072, -0.006926123563646536, 0.7538460274164575),
            (42, 100, -0.05026961148385782, 0.7766772184109239, -0.002153519388300683, 0.8004350639288763),
            (43, 1001, -0.020652703123495597, 1.0018966668513782, -0.0057465866492687, 0.974918056170796),
        ])
    func figures(seed: Int, count: Int, mean: Double, deviation: Double, median: Double, spread: Double) throws {
        let past = Series.readings(Series.normal(seed: seed, count: count))
        let options = BaselineOptions(needed: 5)
        let byMean = try MeanBaseline(fitting: past, options: options).expectation(at: Self.noon)
        let byMedian = try MedianBaseline(fitting: past, options: options).expectation(at: Self.noon)
        #expect(agree(byMean.value, mean) && agree(byMean.scale, deviation) && byMean.count == count)
        #expect(agree(byMedian.value, median) && agree(byMedian.scale, spread))
    }

    /// scipy.stats.zscore(ddof=1)[0] of the same series.
    @Test(
        "scores of a series within itself", arguments: [(41, 5, -1.0150012320926312), (42, 100, 0.45705819975586437)])
    func zScores(seed: Int, count: Int, first: Double) throws {
        let values = Series.normal(seed: seed, count: count)
        #expect(agree(try ZScores.standard(of: values)[0], first))
        let robust = try ZScores.robust(of: [1, nil, 2, 3, 4, 100])
        #expect(agree(robust[5], 97 / 1.482602218505602) && robust[1] == nil)
        #expect(try ZScores.robust(of: [7, 7, nil]) == [0, 0, nil])
    }

    @Test("scores do not change with origin and unit, and follow a sign", arguments: 0..<200)
    func equivariance(seed: Int) throws {
        let values = Series.normal(seed: seed, count: 20)
        let past = Series.readings(values)
        let moved = Series.readings(values.map { 8 - 4 * $0 })
        for (one, other): (any Baseline, any Baseline) in [
            (try MeanBaseline(fitting: past), try MeanBaseline(fitting: moved)),
            (try MedianBaseline(fitting: past), try MedianBaseline(fitting: moved)),
            (
                try EWMABaseline(fitting: past, smoothing: .alpha(0.2)),
                try EWMABaseline(fitting: moved, smoothing: .alpha(0.2))
            ),
        ] {
            let z = one.deviation(of: 2.5, at: Self.noon).z
            #expect(agree(z.map { -$0 }, other.deviation(of: 8 - 4 * 2.5, at: Self.noon).z))
        }
    }

    @Test(
        "what a deviation is worth",
        arguments: [
            ([1, 2, 3, 4, 5, 6, 7, 8], 4.5, .measured, 0),
            ([3, 3, 3, 3, 3, 3, 3, 3], 3, .unchanged, 0), ([3, 3, 3, 3, 3, 3, 3, 3], 4, .novel, nil),
            ([1, 2], 1, .tooLittlePast, nil), ([], 1, .tooLittlePast, nil), ([1, 2], .nan, .noValue, nil),
        ] as [([Double], Double, BaselineDeviation.Standing, Double?)])
    func standings(past: [Double], value: Double, standing: BaselineDeviation.Standing, z: Double?) throws {
        for baseline: any Baseline in [
            try MeanBaseline(fitting: Series.readings(past)), try MedianBaseline(fitting: Series.readings(past)),
            try HourlyBaseline(fitting: Series.readings(past), utcOffset: .zero),
            try EWMABaseline(fitting: Series.readings(past), smoothing: .alpha(1e-9)),
        ] where standing != .measured || baseline is MeanBaseline {
            let deviation = baseline.deviation(of: value, at: Timestamp(nanoseconds: 0))
            #expect(deviation.standing == standing && deviation.z == z)
            #expect(deviation.isUnusual(beyond: 3.5) == (standing == .novel))
        }
    }

    @Test("a smallest scale lets a constant past be measured")
    func smallestScale() throws {
        let past = Series.readings([Double?](repeating: 3, count: 10))
        let options = BaselineOptions(smallestScale: 0.5)
        let deviation = try MedianBaseline(fitting: past, options: options).deviation(of: 4, at: Self.noon)
        #expect(deviation.z == 2 && deviation.difference == 1)
    }

    @Test("where most values are one, the mean absolute deviation is the scale")
    func mostlyOne() throws {
        let past = Series.readings([0, 0, 0, 0, 0, 0, 0, 8])
        let scale = try MedianBaseline(fitting: past).expectation(at: Self.noon).scale
        #expect(agree(scale, 1.2533141373155003))
    }

    @Test("a deviation is finite however small the scale")
    func held() throws {
        let past = Series.readings((0..<8).map { $0 % 2 == 0 ? 0 : .leastNonzeroMagnitude })
        for baseline: any Baseline in [try MeanBaseline(fitting: past), try MedianBaseline(fitting: past)] {
            let deviation = baseline.deviation(of: -.greatestFiniteMagnitude, at: Self.noon)
            #expect(deviation.z.map { $0.isFinite } ?? (deviation.standing == .novel))
        }
    }

    @Test("an expectation that is no number leads to no z")
    func broken() {
        for value in [.nan, .infinity] as [Double] {
            let deviation = BaselineDeviation(of: 1, from: .known(value: value, scale: 1, count: 9))
            #expect(deviation.z == nil && deviation.difference == nil && deviation.standing == .tooLittlePast)
        }
        for scale in [.nan, 0, -1] as [Double] {
            let deviation = BaselineDeviation(of: 1, from: .known(value: 0, scale: scale, count: 9))
            #expect(deviation.z == nil && deviation.standing == .novel && deviation.isUnusual(beyond: 3.5))
        }
    }

    @Test("order and gaps of the past do not matter, but the newest counts most for an EWMA")
    func order() throws {
        let past = Series.readings([1, nil, 2, 4, 8, 16, nil, 32, 64, 128])
        let known = past.filter { $0.value != nil }
        #expect(try MedianBaseline(fitting: past) == MedianBaseline(fitting: known.reversed()))
        let smoothing = Smoothing.alpha(0.5)
        let ewma = try EWMABaseline(fitting: past, smoothing: smoothing)
        #expect(try ewma == EWMABaseline(fitting: known.reversed(), smoothing: smoothing))
        #expect(ewma.expectation(at: Self.noon).value ?? 0 > 80)
    }

    @Test(
        "bad input is named",
        arguments: [
            (
                [1.0, .nan], BaselineOptions(),
                "mean baseline: value nan at index 1 is not finite: leave it out or replace it"
            ),
            (
                [1e200], BaselineOptions(),
                "mean baseline: value at index 0 is 1e+200: give one between -1e150 and 1e150"
            ),
            ([], BaselineOptions(needed: 1), "needed readings is 1: give two at least"),
            ([], BaselineOptions(smallestScale: .nan), "smallest scale is nan: give zero or more, finite"),
        ])
    func errors(past: [Double], options: BaselineOptions, message: String) {
        let error = #expect(throws: StatisticsError.self) {
            try MeanBaseline(fitting: Series.readings(past), options: options)
        }
        #expect(error?.description == message)
    }
}
