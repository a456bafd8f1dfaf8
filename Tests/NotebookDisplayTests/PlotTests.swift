import NotebookDisplay
import TestSupport
import Testing

@Suite struct PlotTests {
    @Test("sequences of different lengths are paired up to the shorter one")
    func pairing() {
        let curve = Curve([1, 2, 3, 4, 5], [10, 20, 30], style: .line)
        #expect(curve.x == [1, 2, 3])
        #expect(curve.y == [10, 20, 30])
        #expect(curve.omitted == Omission(unpaired: 2))
        #expect(Bars(["a"], [1, 2, 3]).omitted == Omission(unpaired: 2))
    }

    @Test("thinning keeps ends, extremes and gaps, in order", arguments: 1...8 as ClosedRange<UInt64>)
    func thinning(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var values = (0..<50_000).map { _ in Double.random(in: 0...1, using: &generator) }
        let (low, high, gap) = (7_123, 31_234, 44_000)
        (values[low], values[high], values[gap]) = (-5, 9, .nan)
        let kept = Thinning.extremes(of: [values], to: 1000)
        #expect(kept.count <= 1000, "seed \(seed)")
        #expect(Set([0, low, high, gap, 49_999]).isSubset(of: kept), "seed \(seed)")
        #expect(kept == kept.sorted())
        #expect(kept == Thinning.extremes(of: [values], to: 1000))
    }

    @Test("a long series says how much was thinned out")
    func longSeries() {
        let curve = Curve((0..<100_000).map(Double.init), (0..<100_000).map { Double($0 % 977) }, style: .line)
        #expect(curve.x.count <= 10_000)
        #expect(curve.omitted.thinned == 100_000 - curve.x.count)
    }

    @Test("a bin holds its lower edge, the last bin both")
    func bins() {
        let histogram = Histogram([0.0, 1, 1.5, 2, 3, 4, .nan, -1], bins: .edges([0, 1, 2, 4]))
        #expect(histogram.counts == [1, 2, 3])
        #expect(histogram.omitted == Omission(unpaired: 1, undefined: 1))
    }

    @Test(
        "bins are chosen as asked",
        arguments: [
            (Histogram.Binning.count(4), [0.0, 2, 4, 6, 8]), (.width(3), [0, 3, 6, 9]),
            (.edges([8, 0, 4, 4]), [0, 4, 8]),
        ])
    func binning(binning: Histogram.Binning, edges: [Double]) {
        #expect(Histogram([0, 1, 2, 3, 8], bins: binning).edges == edges)
    }

    @Test("every value falls into a bin", arguments: 1...10 as ClosedRange<UInt64>)
    func coverage(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let count = Int.random(in: 1...500, using: &generator)
        let scale = Double.random(in: 1e-6...1e9, using: &generator)
        let values = (0..<count).map { _ in Double.random(in: -scale...scale, using: &generator) }
        for binning in [Histogram.Binning.automatic, .count(7), .width(scale / 10)] {
            #expect(Histogram(values, bins: binning).counts.reduce(0, +) == count, "seed \(seed), \(binning)")
        }
    }

    @Test("degenerate samples have bins too", arguments: [[Double](), [5], [5, 5, 5], [.nan]])
    func degenerate(values: [Double]) {
        let finite = values.count(where: \.isFinite)
        #expect(Histogram(values).counts.reduce(0, +) == finite)
        #expect(Box("x", values).count == finite)
    }

    /// `numpy.percentile([1, 2, 4, 8, 16, 100], [25, 50, 75])` is 2.5, 6, 14.
    @Test("a box is made of the quartiles and Tukey's whiskers")
    func box() {
        let box = Box("x", [16, 1, 100, 2, 8, 4])
        #expect([box.lowerQuartile, box.median, box.upperQuartile] == [2.5, 6, 14])
        #expect([box.lowerWhisker, box.upperWhisker] == [1, 16])
        #expect(box.outliers == [100])
    }

    @Test("a ROC panel is a square with the diagonal once")
    func roc() {
        let panel = Panel {
            ROCCurve(falsePositiveRate: [0, 1], truePositiveRate: [0, 1], name: "a")
            ROCCurve(falsePositiveRate: [0, 1], truePositiveRate: [0.5, 1], name: "b")
        }
        #expect(panel.isSquare)
        #expect(panel.marks.count == 3)
        #expect(panel.x.upper == 1 && panel.y.lower == 0)
    }

    @Test("a short row of a heat map is filled with gaps, a long one cut and counted")
    func heatMap() {
        let map = HeatMap([[1.0], [2, 3, 4]], columns: ["a", "b"], rows: ["c", "d"])
        #expect(map.values[0] == 1 && map.values[1].isNaN && map.values[2] == 2 && map.values[3] == 3)
        #expect(map.omitted == Omission(unpaired: 1))
    }

    @Test("modifiers reach every panel")
    func modifiers() {
        let plot = Samples.panels.xLabel("Time", unit: "s").yRange(0...5)
        #expect(plot.panels.map(\.x.heading) == ["Time (s)", "Time (s)"])
        #expect(plot.panels.map(\.y.upper) == [5, 5])
    }
}
