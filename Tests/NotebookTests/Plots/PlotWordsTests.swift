import NotebookDisplay
import Testing

@testable import Notebook

@Suite struct PlotWordsTests {
    @Test("the text alternative names kind, axes, extremes and spans")
    func alternative() {
        let plot = Plot {
            Line([10, 20, 30], [1.5, 0.25, 4], name: "entropy")
            Span(20...30, label: "Attack")
        }
        .xLabel("Time", unit: "s").yLabel("Entropy", unit: "bits")
        #expect(
            PlotDescription.text(of: plot)
                == "Line plot of Entropy (bits) over Time (s). entropy: 3 points, least 0.25 at 20, greatest 4 at 30."
                + " Shaded: Attack, 20 to 30.")
    }

    @Test("what was left out is said")
    func omissions() {
        let plot = Plot { Line([1, 2, 3], [1.0, 2], name: "x") }
        #expect(PlotDescription.text(of: plot).hasSuffix("at 2. 1 without a partner or a bin, left out."))
        #expect(PlotData.table(of: plot).caption == "x: 1 without a partner or a bin, left out.")
        #expect(PlotData.table(of: PlotGallery.entropy).caption == nil)
    }

    @Test("an empty plot says so", arguments: [Plot {}, Plot { Line([Double.nan]) }])
    func empty(plot: Plot) { #expect(PlotDescription.text(of: plot) == "A panel without data.") }

    @Test("series over the same x stand side by side")
    func wideData() {
        let plot = Plot {
            Line([1, 2], [3, 4], name: "a")
            Line([1, 2], [5, nil], name: "b")
        }
        .xLabel("t", unit: "s").yLabel("v", unit: "B")
        let data = PlotData.table(of: plot)
        #expect(data.columns.map(\.heading) == ["t (s)", "a (B)", "b (B)"])
        #expect(data.columns.map(\.texts) == [["1", "2"], ["3", "4"], ["5", "–"]])
    }

    @Test("series over different x stand below each other")
    func longData() {
        let plot = Plot {
            Line([1, 2], [3, 4], name: "a")
            Line([7], [5], name: "b")
        }
        let data = PlotData.table(of: plot)
        #expect(data.columns.map(\.title) == ["Series", "x", "y"])
        #expect(data.columns[0].texts == ["a", "a", "b"])
    }

    @Test("columns of one heading stay apart where panels stand below each other")
    func equalHeadings() {
        let plot = Plot(columns: 2) {
            Panel("Left") { HeatMap([[1, 2]], columns: ["a", "a"], rows: ["r"]) }
            Panel("Right") { HeatMap([[3, 4], [5, 6]], columns: ["a", "a"], rows: ["s", "t"]) }
        }
        let data = PlotData.table(of: plot)
        #expect(data.columns.allSatisfy { $0.values.count == 3 })
        #expect(data.columns.suffix(2).map(\.texts) == [["1", "3", "5"], ["2", "4", "6"]])
    }

    @Test("panels over the same x share its column, and equal headings are told apart")
    func panelsBesideEachOther() {
        let plot = Plot(columns: 2) {
            Panel("Left") { Line([1, 2], [3, 4]) }.xLabel("t", unit: "s").yLabel("v")
            Panel("Right") { Line([1, 2], [5, 6]) }.xLabel("t", unit: "s").yLabel("v")
            Panel { Line([1, 2], [7, 8]) }.xLabel("t", unit: "s").yLabel("w", unit: "B")
        }
        let data = PlotData.table(of: plot)
        #expect(data.columns.map(\.heading) == ["t (s)", "Left, v", "Right, v", "w (B)"])
        #expect(data.columns.map(\.texts) == [["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"]])
    }

    @Test("panels over different x stand below each other")
    func panelsBelowEachOther() {
        let plot = Plot(columns: 2) {
            Panel("Left") { Line([1, 2], [3, 4]) }
            Panel("Right") { Line([1, 9], [5, 6]) }
        }
        let data = PlotData.table(of: plot)
        #expect(data.columns.map(\.title) == ["Panel", "x", "y"])
        #expect(data.columns[0].texts == ["Left", "Left", "Right", "Right"])
    }

    @Test("panels without a title are called by the axis that tells them apart, else by their number")
    func panelsWithoutTitles() {
        let plot = Plot(columns: 2) {
            Panel { Line([1, 2], [3, 4]) }.xLabel("t").yLabel("v")
            Panel { Line([1, 9], [5, 6]) }.xLabel("t").yLabel("w")
            Panel { Line([2, 3], [5, 6]) }.xLabel("s").yLabel("u")
            Panel { Line([4, 5], [5, 6]) }.xLabel("r").yLabel("u")
            Panel { Line([6, 7], [5, 6]) }
        }
        let names = PlotData.table(of: plot).columns[0].texts
        #expect(names == ["v", "v", "w", "w", "s", "s", "r", "r", "Panel 5", "Panel 5"])
    }

    @Test(
        "every kind of plot has data",
        arguments: PlotGallery.plots.indices)
    func panels(index: Int) {
        let (name, plot) = PlotGallery.plots[index]
        let data = PlotData.table(of: plot)
        #expect(data.rowCount > 0 || name == "empty")
        #expect(Set(data.columns.map(\.values.count)).count <= 1)
    }
}
