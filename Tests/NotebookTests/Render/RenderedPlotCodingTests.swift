import NotebookDisplay
import Testing

@testable import Notebook

@Suite("Drawn plots in the store") struct RenderedPlotCodingTests {
    @Test("a drawn plot comes back from its bytes")
    func roundTrip() throws {
        let data = Table {
            Column("x", [1, 2]); Column("y", [0.5, .nan], unit: "bits")
        }
        let plot = RenderedPlot(svg: "<svg/>", alternative: "two points", data: data)
        var writer = FrameWriter()
        writer.write(plot)
        var reader = FrameReader(writer.bytes)
        let back: RenderedPlot = try reader.read()
        var again = FrameWriter()
        again.write(back)
        #expect(again.bytes == writer.bytes)
    }
}
