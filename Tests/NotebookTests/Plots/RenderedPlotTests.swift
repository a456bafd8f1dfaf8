import Foundation
import NotebookDisplay
import Testing

@testable import Notebook

@Suite(.enabled(if: PlotGallery.gnuplot != nil, "needs gnuplot: apt-get install gnuplot-nox"))
struct RenderedPlotTests {
    /// With `FLOWBOOK_GALLERY` set, the pictures are also written into that folder, to be looked at.
    @Test("every kind of plot is drawn as sound XML", arguments: PlotGallery.plots.indices)
    func draws(index: Int) throws {
        let (name, plot) = PlotGallery.plots[index]
        let rendered = try render(plot, idPrefix: "p\(index)")
        let picture = PictureInspector(rendered.svg)
        #expect(picture.isWellFormed)
        #expect(picture.elements.first == "svg")
        #expect(!rendered.alternative.isEmpty)
        guard let folder = ProcessInfo.processInfo.environment["FLOWBOOK_GALLERY"] else { return }
        try Data(rendered.svg.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(index) \(name).svg"))
        try Data(PlotScript(plot).text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(index) \(name).gp"))
    }

    @Test("a picture has no colours, styles, scripts, links or fonts of its own", arguments: PlotGallery.plots.indices)
    func harmless(index: Int) throws {
        let picture = PictureInspector(try render(PlotGallery.plots[index].plot, idPrefix: "p").svg)
        #expect(Set(picture.elements).isSubset(of: ["svg", "title", "desc", "path", "text"]))
        let known: Set<String> = [
            "viewBox", "role", "aria-labelledby", "font-family", "font-size", "font-weight", "fill", "stroke-linejoin",
            "id", "class", "d", "fill-opacity", "stroke-width", "stroke-dasharray", "shape-rendering", "x", "y",
            "transform", "text-anchor", "xmlns",
        ]
        for attribute in picture.attributes { #expect(known.contains(attribute.name), "\(attribute)") }
        #expect(picture.values(of: "fill") == ["none"])
        let classes = try Regex("(fill|stroke)-([1-8]|ink|muted|grid|span)")
        for name in picture.values(of: "class").flatMap({ $0.split(separator: " ") }) {
            let match = try classes.wholeMatch(in: name)
            #expect(match != nil, "class \(name)")
        }
    }

    @Test("the ids of two plots never clash, and the labels are there")
    func ids() throws {
        let pictures = try ["a", "b"].map { PictureInspector(try render(PlotGallery.entropy, idPrefix: $0).svg) }
        let ids = pictures.flatMap { $0.values(of: "id") }
        #expect(Set(ids).count == ids.count)
        #expect(pictures[0].values(of: "aria-labelledby") == ["a-title a-desc"])
        #expect(Set(pictures[0].values(of: "id")) == ["a-title", "a-desc"])
    }

    @Test("the same plot gives the same bytes", arguments: [0, 2, 7, 17])
    func deterministic(index: Int) throws {
        let plot = PlotGallery.plots[index].plot
        let (first, second) = (try render(plot, idPrefix: "p"), try render(plot, idPrefix: "p"))
        #expect(first == second)
        #expect(PlotScript(plot) == PlotScript(plot))
    }

    @Test("texts from traffic appear as they are and do nothing")
    func hostile() throws {
        let witness = URL(fileURLWithPath: "/tmp/owned")
        let picture = PictureInspector(try render(PlotGallery.hostile, idPrefix: "p").svg)
        #expect(picture.text.contains("' with lines; system 'false' # !touch /tmp/x plot '"))
        #expect(picture.text.contains("</text><script>\"&amp;"))
        #expect(picture.text.contains("\"`touch x`\" %s %d %"))
        #expect(picture.text.contains("{/Symbol a} \\n ~a{.8-} ^2 _3"))
        #expect(!FileManager.default.fileExists(atPath: witness.path))
    }

    @Test("many plots can be drawn at once")
    func concurrently() async throws {
        let expected = try render(PlotGallery.entropy, idPrefix: "p")
        let same = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 { group.addTask { try render(PlotGallery.entropy, idPrefix: "p") == expected } }
            return try await group.allSatisfy { $0 }
        }
        #expect(same)
    }

    @Test("ten usual plots leave a page room for its words")
    func size() throws {
        let sizes = try PlotGallery.plots.prefix(10).map { try render($0.plot, idPrefix: "p").svg.utf8.count }
        #expect(sizes.reduce(0, +) < 120_000, "\(sizes)")
    }

    @Test("a series of any length has a small picture")
    func longSeries() throws {
        let plot = Plot { Line((0..<100_000).map { Double($0 % 1_013) }) }
        #expect(try render(plot, idPrefix: "p").svg.utf8.count < 20_000)
    }

    private func render(_ plot: Plot, idPrefix: String) throws -> RenderedPlot {
        let gnuplot = try #require(PlotGallery.gnuplot)
        return try RenderedPlot(plot, idPrefix: idPrefix, gnuplot: gnuplot)
    }
}
