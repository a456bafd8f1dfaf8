import Testing
import Traffic

@Suite("correlation")
struct CorrelationTests {
    /// scipy.stats.pearsonr with its confidence_interval(0.95), and spearmanr, SciPy 1.17: g = default_rng(seed);
    /// x = g.normal(size=n); y = 0.5 * x + g.normal(size=n); both rounded to `digits`.
    @Test(
        "coefficients and intervals are SciPy's",
        arguments: [
            (11, 10, 12, 0.5692351260702134, -0.09412668829808098, 0.8825505410540819, 0.6727272727272726),
            (12, 50, 12, 0.2800827107531042, 0.0018816894562747241, 0.5180435550415202, 0.25791116446578627),
            (13, 400, 0, 0.45215596906794364, 0.37053164771666125, 0.5268499691611586, 0.43154897133698006),
        ])
    func scipy(
        seed: Int, count: Int, digits: Int, pearson: Double, low: Double, high: Double, spearman: Double
    ) throws {
        let (x, y) = Self.pair(seed: seed, count: count, digits: digits)
        let correlation = try #require(try Correlation.pearson(x, y))
        let interval = try correlation.interval()
        #expect(agree(correlation.coefficient, pearson) && correlation.count == count)
        #expect(agree(interval?.lower, low) && agree(interval?.upper, high))
        #expect(agree(try Correlation.spearman(x, y)?.coefficient, spearman))
    }

    /// The p-values of the same calls, for the same series.
    @Test(
        "p-values are SciPy's",
        arguments: [
            (11, 10, 12, 0.08588746186877681, 0.03304122254543772),
            (12, 50, 12, 0.048836332238742765, 0.07055835617440333),
            (13, 400, 0, 1.4985789799936055e-21, 1.417188983084872e-19),
        ] as [(Int, Int, Int, Double, Double)])
    func pValues(seed: Int, count: Int, digits: Int, pearson: Double, spearman: Double) throws {
        let (x, y) = Self.pair(seed: seed, count: count, digits: digits)
        let chances = (try Correlation.pearson(x, y)?.pValue, try Correlation.spearman(x, y)?.pValue)
        #expect(agree(chances.0.map { $0 / pearson }, 1) && agree(chances.1.map { $0 / spearman }, 1))
    }

    /// Of 2,000 pairs of independent series one in ten should have p of 0.1 or less, within four standard errors of
    /// 0.0067; the strongest of nine lags, by Bonferroni's bound, at most as many, and not many fewer.
    @Test("chance alone gives small p-values as seldom as they say")
    func falseAlarms() throws {
        var generator = NumPyGenerator(seed: 21)
        var found = (pearson: 0, spearman: 0, lagged: 0)
        for _ in 0..<2000 {
            let (x, y) = (Series.normal(24, &generator), Series.normal(24, &generator))
            if let p = try Correlation.pearson(x, y)?.pValue, p <= 0.1 { found.pearson += 1 }
            if let p = try Correlation.spearman(x, y)?.pValue, p <= 0.1 { found.spearman += 1 }
            if let p = try LaggedCorrelation(of: x, y, upTo: 4).pValue, p <= 0.1 { found.lagged += 1 }
        }
        #expect(abs(Double(found.pearson) / 2000 - 0.1) < 0.027 && abs(Double(found.spearman) / 2000 - 0.1) < 0.027)
        #expect((0.05...0.127).contains(Double(found.lagged) / 2000))
    }

    private static func pair(seed: Int, count: Int, digits: Int) -> ([Double], [Double]) {
        var generator = NumPyGenerator(seed: Seed(seed))
        let x = Series.normal(count, &generator)
        let y = zip(x, Series.normal(count, &generator)).map { 0.5 * $0 + $1 }
        return digits == 0 ? (Series.rounded(x, 0), Series.rounded(y, 0)) : (x, y)
    }

    @Test("each lag is the correlation of what is left", arguments: 0..<1000)
    func lags(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let series = (0..<2).map { _ in (0..<15).map { _ in generator.random() < 0.1 ? nil : generator.normal() } }
        let lagged = try LaggedCorrelation(of: series[0], series[1], upTo: 4)
        for lag in -4...4 {
            let pairs = series[0].indices.compactMap { place -> (Double, Double)? in
                guard series[1].indices.contains(place + lag), let x = series[0][place], let y = series[1][place + lag]
                else { return nil }
                return (x, y)
            }
            let expected = Self.pearson(pairs)
            #expect(agree(lagged.lags.first { $0.lag == lag }?.correlation.coefficient, expected))
        }
        let greatest = lagged.lags.map { abs($0.correlation.coefficient) }.max()
        #expect(lagged.strongest.map { abs($0.correlation.coefficient) } == greatest)
    }

    private static func pearson(_ pairs: [(Double, Double)]) -> Double? {
        guard pairs.count >= 3 else { return nil }
        let count = Double(pairs.count)
        let (x, y) = (pairs.reduce(0) { $0 + $1.0 } / count, pairs.reduce(0) { $0 + $1.1 } / count)
        let product = pairs.reduce(0) { $0 + ($1.0 - x) * ($1.1 - y) }
        let squares =
            pairs.reduce(0) { $0 + ($1.0 - x) * ($1.0 - x) } * pairs.reduce(0) { $0 + ($1.1 - y) * ($1.1 - y) }
        return product / squares.squareRoot()
    }

    @Test("a series that follows another is found at its lag")
    func follower() throws {
        let first = Series.normal(seed: 8, count: 100)
        let second = (0..<100).map { $0 < 3 ? 0 : -2 * first[$0 - 3] }
        let strongest = try LaggedCorrelation(of: first, second, upTo: 10).strongest
        #expect(strongest?.lag == 3 && agree(strongest?.correlation.coefficient, -1))
        let back = try LaggedCorrelation(of: second, first, upTo: 10, .spearman).strongest
        #expect(back?.lag == -3 && agree(back?.correlation.coefficient, -1))
        let wave = (0..<40).map { Double($0 % 4) }
        #expect(try LaggedCorrelation(of: wave, wave, upTo: 8).strongest?.lag == 0)
    }

    @Test("unit and origin do not matter, nor how small the unit is", arguments: [1e-160, 1e-9, 3, 1e140])
    func units(unit: Double) throws {
        let (x, y) = (Series.normal(seed: 1, count: 30), Series.normal(seed: 2, count: 30))
        let plain = try Correlation.pearson(x, y)?.coefficient
        #expect(agree(try Correlation.pearson(x.map { unit * $0 }, y.map { -$0 })?.coefficient, plain.map { -$0 }))
        let perfect = try Correlation.pearson(x, x)
        #expect(try perfect?.interval()?.width == 0 && agree(perfect?.pValue, 0))
    }

    @Test("a constant, or too few places, correlate with nothing")
    func undefined() throws {
        #expect(try Correlation.pearson([1, 1, 1, 1], [1, 2, 3, 4]) == nil)
        #expect(try Correlation.pearson([0.1, 0.1, 0.1], [1, 2, 3]) == nil)
        #expect(try Correlation.spearman([1, nil, 3, 4], [1, 2, 3, nil]) == nil)
        let lagged = try LaggedCorrelation(of: [], [], upTo: .max)
        #expect(lagged.strongest == nil && lagged.pValue == nil)
        #expect(
            try Correlation.matrix(of: [[1, 2, 3], [3, 2, 1], [5, 5, 5]]).map { $0.map { $0.map { $0.rounded() } } }
                == [[1, -1, nil], [-1, 1, nil], [nil, nil, nil]])
    }

    @Test("bad input is refused")
    func errors() throws {
        let lengths = #expect(throws: StatisticsError.self) { try Correlation.pearson([1], [1, 2]) }
        #expect(
            lengths?.description
                == "correlation: one series has 1 values and the other 2: give series of equal length")
        #expect(throws: StatisticsError.self) { try Correlation.spearman([1, .nan], [1, 2]) }
        #expect(throws: StatisticsError.self) { try LaggedCorrelation(of: [], [], upTo: -1) }
        let correlation = try #require(try Correlation.pearson([1, 2, 3, 5], [1, 2, 4, 3]))
        let level = #expect(throws: StatisticsError.self) { try correlation.interval(level: 1) }
        #expect(level?.description == "confidence level is 1.0: give one between 0 and 1, such as 0.95")
    }
}
