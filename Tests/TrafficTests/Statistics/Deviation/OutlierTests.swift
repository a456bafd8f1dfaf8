import Testing
import Traffic

@Suite("outliers of the past")
struct OutlierTests {
    @Test("what sticks out is removed, and told")
    func removal() throws {
        var values: [Double?] = Series.normal(seed: 61, count: 200)
        for (place, value) in [(10, 50.0), (77, -1e6), (120, 1e12)] { values[place] = value }
        values[5] = nil
        let cleaned = try Series.readings(values).withoutOutliers(beyond: 5)
        #expect(cleaned.removed.map(\.value) == [50, -1e6, 1e12])
        #expect(cleaned.kept.count == 197 && cleaned.kept[5].value == nil && cleaned.rounds == 2)
        let baseline = try MeanBaseline(fitting: cleaned.kept)
        #expect(baseline.expectation(at: Timestamp(nanoseconds: 0)).scale ?? 0 < 1.2)
    }

    /// The chance of |z| > 3.5 is 4.65e-4: of 100,000 values 47 are to be expected, with a standard deviation of 7. The
    /// rounds after the first see a slightly smaller scale.
    @Test("of normal values hardly any is removed")
    func normal() throws {
        let removed = try Series.readings(Series.normal(seed: 62, count: 100_000)).withoutOutliers().removed.count
        #expect((19...75).contains(removed))
    }

    @Test("nothing is removed from a constant, from nothing, and beyond infinity")
    func none() throws {
        #expect(try Series.readings([4, 4, 4, 4]).withoutOutliers().removed.isEmpty)
        #expect(try [Reading]().withoutOutliers() == [Reading]().withoutLocalOutliers(within: .max))
        #expect(try Series.readings([1, 2, 3, 1e9]).withoutOutliers(beyond: .infinity).removed.isEmpty)
    }

    @Test("the local filter is the naive definition", arguments: 0..<1000)
    func local(seed: Int) throws {
        let reach = seed % 4 + 1
        let values = Series.rounded(Series.normal(seed: seed, count: 30), 1)
        let expected = values.indices.filter { place in
            let around = Array(values[max(0, place - reach)...min(29, place + reach)])
            let median = Series.median(around)
            let spread = 1.482602218505602 * Series.median(around.map { abs($0 - median) })
            return abs(values[place] - median) > 2 * spread
        }
        let readings = Series.readings(values)
        #expect(try readings.withoutLocalOutliers(within: reach, beyond: 2).removed == expected.map { readings[$0] })
    }

    @Test("a rhythm is kept, a spike in it is not")
    func rhythm() throws {
        var values: [Double?] = (0..<100).map { Double($0 % 50) }
        values[30] = 60
        values[31] = nil
        #expect(try Series.readings(values).withoutOutliers().removed.isEmpty)
        #expect(try Series.readings(values).withoutLocalOutliers(within: 5).removed.map(\.value) == [60])
    }

    @Test("bad limits are refused")
    func errors() {
        for limit in [0, -1, .nan] as [Double] {
            #expect(throws: StatisticsError.self) { try [Reading]().withoutOutliers(beyond: limit) }
            #expect(throws: StatisticsError.self) { try [Reading]().withoutLocalOutliers(within: 1, beyond: limit) }
        }
        #expect(throws: StatisticsError.self) { try [Reading]().withoutLocalOutliers(within: 0) }
        #expect(throws: StatisticsError.self) { try Series.readings([.infinity]).withoutOutliers() }
    }
}
