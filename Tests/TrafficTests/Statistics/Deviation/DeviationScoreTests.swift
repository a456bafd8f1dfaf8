import Testing
import Traffic

@Suite("the deviation score")
struct DeviationScoreTests {
    private static let noon = Timestamp(seconds: 43_200, nanoseconds: 0)

    /// Rows of `width` dimensions named a, b, …, which share `mix` times a common part.
    private static func past(
        _ rows: Int, _ width: Int, mix: Double, _ generator: inout NumPyGenerator
    ) -> [[Double]] {
        let own = (0..<rows).map { _ in Series.normal(width, &generator) }
        let common = Series.normal(rows, &generator)
        return zip(own, common).map { row, shared in row.map { $0 + mix * shared } }
    }

    private static func snapshot(_ row: [Double], _ names: [String] = ["a", "b", "c", "d", "e"]) -> Snapshot {
        let pairs = zip(names, row).map { (TrafficDimension(rawValue: $0), $1) }
        return Snapshot(Dictionary(uniqueKeysWithValues: pairs), at: noon)
    }

    /// By numpy.corrcoef of z-scores clipped at 3, Schäfer and Strimmer's formula as written in their paper, and
    /// numpy.linalg.solve; the p-value by scipy.stats.chi2.sf. g = default_rng(seed); X = g.normal(size=(n, k)) + mix *
    /// g.normal(size=n)[:, None]; the snapshot is 3 * g.normal(size=k).
    @Test(
        "shrinkage, score and p-value are NumPy's",
        arguments: [
            (51, 20, 3, 1.0, 0.15674717780710212, 13.375700610106076, 0.0038907209828757446, -0.48535346835046184),
            (52, 300, 5, 2, 0.009228130381335558, 53.21174603591611, 3.042940137895354e-10, 2.2519367229694898),
            (53, 100, 4, 0, 1, 10.852031426318785, 0.028278287152985387, 2.3833996795188344),
        ])
    func figures(
        seed: Int, rows: Int, width: Int, mix: Double, shrinkage: Double, distance: Double, pValue: Double,
        first: Double
    ) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let past = Self.past(rows, width, mix: mix, &generator).map { Self.snapshot($0) }
        let now = Self.snapshot(Series.normal(width, &generator).map { 3 * $0 })
        let model = try DeviationModel(fitting: past)
        let score = model.score(of: now)
        #expect(agree(model.shrinkage, shrinkage) && agree(score.squaredDistance, distance))
        #expect(score.pValue.map { abs($0 / pValue - 1) < 1e-8 } == true)
        #expect(agree(score.contributions[0].amount, first) && score.contributions[0].dimension == "a")
    }

    @Test("contributions add up, and neither names, units nor order change them", arguments: 0..<200)
    func properties(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let rows = Self.past(30, 5, mix: Double(seed % 3), &generator)
        let now = Series.normal(5, &generator).map { 4 * $0 }
        let score = try DeviationModel(fitting: rows.map { Self.snapshot($0) }).score(of: Self.snapshot(now))
        #expect(score.contributions.reduce(0) { $0 + $1.amount } == score.squaredDistance)
        let names = ["e", "a", "d", "b", "c"]
        let moved = { (row: [Double]) in Self.snapshot(row.map { 7 - 4 * $0 }, names) }
        let other = try DeviationModel(fitting: rows.reversed().map(moved)).score(of: moved(now))
        #expect(agree(other.squaredDistance, score.squaredDistance))
        for (place, name) in names.enumerated() {
            let twin = other.contributions.first { $0.dimension.rawValue == name }
            #expect(agree(twin?.amount, score.contributions[place].amount))
            #expect(agree(twin.map { -$0.z }, score.contributions[place].z))
        }
    }

    @Test("with full shrinkage the score is the sum of squared z-scores")
    func independent() throws {
        var generator = NumPyGenerator(seed: 3)
        let rows = Self.past(30, 4, mix: 2, &generator)
        let score = try DeviationModel(fitting: rows.map { Self.snapshot($0) }, shrinkage: 1)
            .score(of: Self.snapshot([9, -2, 0, 4]))
        #expect(score.contributions.allSatisfy { agree($0.amount, $0.z * $0.z) })
        #expect(score.ranked.map(\.amount) == score.contributions.map(\.amount).sorted(by: >))
    }

    /// The p-value of an ordinary normal snapshot is uniform if the past is long: of 2,000, 5 % are below 0.05, with a
    /// standard error of 0.5 %. The baselines of 2,000 rows are uncertain by 3 %, which moves it by as much again.
    @Test("the p-value keeps its rate on normal data")
    func rate() throws {
        var generator = NumPyGenerator(seed: 12)
        let model = try DeviationModel(
            fitting: Self.past(2000, 4, mix: 1, &generator).map { Self.snapshot($0) })
        let scores = Self.past(2000, 4, mix: 1, &generator).map { model.score(of: Self.snapshot($0)) }
        let below = Double(scores.count { $0.pValue ?? 1 < 0.05 }) / 2000
        #expect(abs(below - 0.05) < 0.025)
        let above = Double(scores.count { $0.normalScore ?? 0 > 1.6448536269514722 }) / 2000
        #expect(abs(above - below) < 0.005)
    }

    @Test("five that always rise together do not count five times")
    func together() throws {
        var generator = NumPyGenerator(seed: 7)
        let past = (0..<300).map { _ -> Snapshot in
            let common = generator.normal()
            return Self.snapshot((0..<5).map { _ in common + 0.1 * generator.normal() })
        }
        let model = try DeviationModel(fitting: past)
        let asUsual = model.score(of: Self.snapshot([2, 2, 2, 2, 2]))
        let against = model.score(of: Self.snapshot([2, 2, -2, 2, 2]))
        #expect(asUsual.squaredDistance < 6 && against.squaredDistance > 100)
        #expect(against.ranked.first?.dimension == "c")
    }

    @Test("missing, constant and unknown dimensions are told, and the rest is scored")
    func missing() throws {
        var generator = NumPyGenerator(seed: 1)
        let past = Self.past(50, 2, mix: 0, &generator).enumerated().map { place, row in
            var values: [TrafficDimension: Double] = ["a": row[0], "constant": 3]
            if place % 2 == 0 { values["b"] = row[1] }
            if place < 3 { values["rare"] = 1 }
            return Snapshot(values, at: Timestamp(seconds: Int64(place), nanoseconds: 0))
        }
        let model = try DeviationModel(fitting: past)
        #expect(model.dimensions == ["a", "b", "constant", "rare"])
        let score = model.score(of: Snapshot(["a": 2, "constant": 4, "rare": 1, "never seen": 1], at: Self.noon))
        #expect(score.contributions.map(\.dimension) == ["a"] && score.novel == ["constant"])
        #expect(score.unscored.map(\.standing) == [.noValue, .novel, .tooLittlePast])
        #expect(agree(score.squaredDistance, score.contributions[0].z * score.contributions[0].z))
        let nothing = try DeviationModel(fitting: []).score(of: Self.snapshot([1]))
        #expect(nothing.squaredDistance == 0 && nothing.pValue == nil && nothing.normalScore == nil)
    }

    @Test("twin dimensions, and values without measure, leave the score a number")
    func extremes() throws {
        let past = Series.normal(seed: 1, count: 40).map { Self.snapshot([$0, $0, -$0]) }
        for shrinkage in [nil, 0.001] {
            let model = try DeviationModel(fitting: past, shrinkage: shrinkage)
            for row in [[1, 1, 1], [1e308, -1e308, 1e308], [.infinity, .nan, 2]] as [[Double]] {
                let score = model.score(of: Self.snapshot(row))
                #expect(score.squaredDistance >= 0 && score.squaredDistance < .infinity)
                #expect(score.normalScore?.isFinite == true && (0...1).contains(score.pValue ?? -1))
            }
        }
    }

    @Test("any baseline may be taken for the dimensions")
    func baselines() throws {
        let past = (Int64(0)..<240).map { hour -> Snapshot in
            let value = Double(hour % 24 + hour / 24 % 2)
            return Snapshot(["a": value], at: Timestamp(seconds: hour * 3600, nanoseconds: 0))
        }
        let model = try DeviationModel(fitting: past) { past throws(StatisticsError) in
            try HourlyBaseline(fitting: past, utcOffset: .zero, by: .mean)
        }
        let score = model.score(of: Snapshot(["a": 12], at: Self.noon))
        #expect(agree(score.contributions.first?.deviation.difference, -0.5))
    }

    @Test("bad input is named by its dimension")
    func errors() {
        let error = #expect(throws: StatisticsError.self) {
            try DeviationModel(fitting: [Self.snapshot([1, 2]), Self.snapshot([1, .nan])])
        }
        #expect(error?.description == "b: value nan at index 1 is not finite: leave it out or replace it")
        for shrinkage in [0, -1, 1.1, .nan] as [Double] {
            #expect(throws: StatisticsError.self) { try DeviationModel(fitting: [], shrinkage: shrinkage) }
        }
    }
}
