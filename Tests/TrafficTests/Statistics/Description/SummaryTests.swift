import Testing
import Traffic

@Suite("summaries, counts and histograms")
struct SummaryTests {
    @Test(
        "the usual figures of small sets",
        arguments: [
            ([1.0, 2, 3, 10], 4.0, 2.5, 50.0 / 3), ([5], 5, 5, 0), ([2, 1], 1.5, 1.5, 0.5),
        ])
    func table(values: [Double], mean: Double, median: Double, variance: Double) throws {
        let summary = try Summary(of: values)
        #expect(summary.mean == mean && summary.median == median && summary.count == values.count)
        #expect(abs(summary.standardDeviation - variance.squareRoot()) < 1e-12)
        #expect(summary.min == values.min() && summary.max == values.max())
    }

    @Test("both standard deviations of the same numbers")
    func deviations() throws {
        let summary = try Summary(of: [2, 4, 4, 4, 5, 5, 7, 9])
        #expect(summary.populationStandardDeviation == 2)
        #expect(abs(summary.standardDeviation - (32.0 / 7).squareRoot()) < 1e-12)
    }

    @Test("large numbers that differ little keep their spread")
    func stability() throws {
        let summary = try Summary(of: [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
        #expect(summary.standardDeviation * summary.standardDeviation == 30)
        #expect(try Summary(of: [1e308, 1e308]).median == 1e308)
    }

    @Test("nothing, and what is no number, have no summary")
    func errors() {
        let empty = #expect(throws: StatisticsError.self) { try Summary(of: []) }
        #expect(empty?.description == "summary: no values: give at least one")
        let nan = #expect(throws: StatisticsError.self) { try Summary(of: [1, .nan]) }
        #expect(nan?.description == "summary: value nan at index 1 is not finite: leave it out or replace it")
    }

    @Test("numbers too large to be squared and summed have no summary and no jackknife")
    func tooLarge() {
        for values in [[1e308, -1e308], [1e200, -1e200, 3e200], [1e300, 0]] {
            let summary = #expect(throws: StatisticsError.self) { try Summary(of: values) }
            #expect(summary?.description.hasSuffix(": give numbers below 1e150") == true)
            let jackknife = #expect(throws: StatisticsError.self) { try JackknifeEstimate(.median, of: values) }
            #expect(jackknife?.description.hasSuffix(": give numbers below 1e150") == true)
        }
    }

    @Test("counts go up and down and forget what is gone")
    func counts() {
        var counts = Counts(["a", "b", "a"])
        counts.add("c")
        counts.remove("b")
        counts.remove("never seen")
        #expect(counts == Counts(["a", "c", "a"]))
        #expect(counts["a"] == 2 && counts["b"] == 0)
        #expect(counts.total == 3 && counts.support == 2 && !counts.isEmpty)
    }

    @Test("the most common come first, equals in order of value")
    func mostCommon() {
        let counts = Counts([9, 3, 7, 7, 3, 1])
        #expect(counts.mostCommon(3).map(\.value) == [3, 7, 1])
        #expect(counts.sorted.map(\.value) == [1, 3, 7, 9])
        #expect(counts.mostCommon(-1).isEmpty)
    }

    @Test("bins begin at multiples of their width")
    func histogram() throws {
        let histogram = try Histogram(of: [60, 60, 1500, -1], binWidth: 500)
        #expect(histogram.bins.map(\.lowerBound) == [-500, 0, 500, 1000, 1500])
        #expect(histogram.bins.map(\.count) == [1, 2, 0, 0, 1])
        #expect(try Histogram(of: [], binWidth: 1).bins.isEmpty)
    }

    @Test(
        "bins that cannot be are named",
        arguments: [
            ([1.0], 0.0, "bin width is 0.0: give one above zero"),
            ([1, .infinity], 1, "histogram: value inf at index 1 is not finite: leave it out or replace it"),
            ([0, 1e9], 1e-3, "histogram: bins of width 0.001 would be more than 1000000: choose wider ones"),
        ])
    func badBins(values: [Double], width: Double, message: String) {
        let error = #expect(throws: StatisticsError.self) { try Histogram(of: values, binWidth: width) }
        #expect(error?.description == message)
    }
}
