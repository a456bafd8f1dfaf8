import NotebookDisplay

extension RenderedPlot {
    /// Draws a plot.
    ///
    /// The same plot and prefix give the same bytes on every run.
    ///
    /// - Parameters:
    ///   - plot: What to draw.
    ///   - idPrefix: How the ids of the picture begin; unique on the page.
    ///   - gnuplot: The program that draws.
    /// - Throws: What gnuplot refused, or why its picture is not trusted.
    package init(_ plot: Plot, idPrefix: String, gnuplot: Gnuplot) throws(PlotError) {
        let script = PlotScript(plot)
        try self.init(plot, idPrefix: idPrefix, drawing: gnuplot.output(of: script.text))
    }

    /// Finishes a picture that gnuplot drew, perhaps on an earlier run, from the plot's script.
    package init(_ plot: Plot, idPrefix: String, drawing: String) throws(PlotError) {
        let script = PlotScript(plot)
        let picture = try PlotPicture(svg: drawing)
        alternative = plot.alternative ?? PlotDescription.text(of: plot)
        let labels = PlotPicture.Labels(
            idPrefix: idPrefix, title: plot.caption ?? plot.panels.lazy.compactMap(\.title).first ?? "Plot",
            description: alternative)
        svg = picture.svg(width: script.width, height: script.height, labels: labels)
        data = PlotData.table(of: plot)
    }
}
