import Foundation
import NotebookDisplay
import Testing

@testable import Notebook

@Suite struct RenderedPlotTests {
    @Test("every kind of plot is drawn", arguments: PlotGallery.plots.indices)
    func draws(index: Int) throws {
        let (name, plot) = PlotGallery.plots[index]
        if let folder = ProcessInfo.processInfo.environment["FLOWBOOK_GALLERY"] {
            let script = PlotScript(plot).text
            let rendered = try RenderedPlot(plot, idPrefix: "p\(index)", gnuplot: try gnuplot())
            try Data(rendered.svg.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(index) \(name).svg"))
            try Data(script.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(index) \(name).gp"))
            try Data(rendered.alternative.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(index) \(name).txt"))
        }
    }

    private func gnuplot() throws -> Gnuplot {
        try Gnuplot.find(in: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }
}
