import NotebookDisplay

extension PlotScriptWriter {
    /// Axes, remarks and marks of one panel.
    mutating func draw(_ frame: PlotLayout.Frame, _ layout: PlotLayout) {
        add("reset")
        placeAxes(frame)
        letterAxes(frame, layout)
        drawHead(frame)
        annotate(frame)
        let elements = marks(frame)
        // Drawing nothing would leave the axes out too: a function that is nowhere defined draws them alone.
        add("plot " + (elements.isEmpty ? "NaN notitle" : elements.joined(separator: ", ")))
    }

    private mutating func placeAxes(_ frame: PlotLayout.Frame) {
        let (width, height) = (Double(width), Double(height))
        add("set lmargin at screen \(Self.rounded(frame.left / width))")
        add("set rmargin at screen \(Self.rounded(frame.right / width))")
        add("set tmargin at screen \(Self.rounded(1 - frame.top / height))")
        add("set bmargin at screen \(Self.rounded(1 - frame.bottom / height))")
        for (name, scale) in [("x", frame.x), ("y", frame.y)] {
            if scale.isLogarithmic { add("set logscale \(name) 10") }
            // Rounding of logarithms would lose the ticks at both ends.
            let (low, high) = scale.isLogarithmic ? (1 - 1e-9, 1 + 1e-9) : (1, 1)
            let ends = [scale.lower * low, scale.upper * high].map(GnuplotText.number).joined(separator: ":")
            add("set \(name)range [\(ends)] noextend")
        }
        add("set border \(frame.contents.heatMap == nil ? 1 : 0) lw 1 lc rgb \(PlotColour.muted.quoted)")
        add("set errorbars small")
    }

    private mutating func letterAxes(_ frame: PlotLayout.Frame, _ layout: PlotLayout) {
        let colour = "tc rgb \(PlotColour.muted.quoted) font ',\(Int(PlotLayout.tickSize))'"
        let turn = frame.rotation > 0 ? " rotate by \(frame.rotation) right" : " norotate"
        let (x, y) = (ticks(frame.x, frame.showsXLabels), ticks(frame.y, frame.showsYLabels))
        let marks = frame.contents.heatMap == nil && frame.contents.categories.isEmpty
        add(
            x.isEmpty
                ? "unset xtics" : "set xtics nomirror out scale \(marks ? 0.4 : 0)\(turn) offset 0,0.2 (\(x)) \(colour)"
        )
        add(y.isEmpty ? "unset ytics" : "set ytics nomirror scale 0 offset 0.6,0 (\(y)) \(colour)")
        if frame.contents.heatMap == nil, !y.isEmpty {
            add("set grid ytics back lt 1 lw 1 lc rgb \(PlotColour.grid.quoted)")
        }
        guard frame.showsXLabels, let heading = frame.panel.x.heading else { return }
        let below = frame.bottom + layout.tickLabelHeight(frame) + 12
        label(heading, at: screen((frame.left + frame.right) / 2, below), "center", size: PlotLayout.labelSize)
    }

    private func ticks(_ scale: AxisScale, _ lettered: Bool) -> String {
        scale.ticks.map { tick in
            GnuplotText.quotedTick(lettered ? tick.text : "") + " " + GnuplotText.number(tick.value)
        }.joined(separator: ", ")
    }

    /// From the bottom up the name of the vertical axis and the legend; the title on top, level with its neighbours'.
    private mutating func drawHead(_ frame: PlotLayout.Frame) {
        var base = frame.top - PlotLayout.headGap
        if frame.showsYLabels, let heading = frame.panel.y.heading {
            label(heading, at: screen(frame.labelLeft, base), "left", size: PlotLayout.labelSize)
            base -= PlotLayout.headRow
        }
        placeLegend(frame.legend, left: frame.labelLeft, base: base)
        if let title = frame.panel.title {
            let place = screen(frame.labelLeft, frame.top - frame.head + 16)
            label(title, at: place, "left", size: PlotLayout.titleSize, font: "title", colour: .ink)
        }
    }

    /// The legend above all panels, as a plot as wide as the picture: gnuplot makes no legend wider than its plot.
    mutating func drawCommonLegend(_ layout: PlotLayout) {
        guard let first = layout.frames.first, layout.commonLegend.rows > 0 else { return }
        add("reset")
        add("set lmargin at screen 0")
        add("set rmargin at screen 1")
        add("unset border")
        add("unset xtics")
        add("unset ytics")
        add("set xrange [0:1]")
        add("set yrange [0:1]")
        let lowest = PlotLayout.headRow * Double(layout.commonLegend.rows - 1) + 16
        placeLegend(layout.commonLegend, left: first.labelLeft, base: lowest)
        let entries = layout.commonLegend.entries.map { entry in
            "keyentry with \(look(of: entry)) title \(GnuplotText.quoted(entry.name))"
        }
        add("plot " + (["NaN notitle"] + entries).joined(separator: ", "))
    }

    private mutating func placeLegend(_ legend: PlotLayout.Legend, left: Double, base: Double) {
        guard legend.rows > 0 else { return add("unset key") }
        let top = base - Double(legend.rows - 1) * PlotLayout.headRow - 15
        add(
            "set key at \(screen(left + 3, top)) left top horizontal Left reverse"
                + " maxcols \(legend.columns) samplen 2.2 spacing 1.25"
                + " font ',\(Int(PlotLayout.tickSize))' tc rgb \(PlotColour.ink.quoted)")
    }

    /// A text at a place.
    mutating func label(
        _ text: String, at place: String, _ alignment: String, size: Double = PlotLayout.tickSize,
        font: String = "", colour: PlotColour = .muted
    ) {
        add(
            "set label \(GnuplotText.quoted(text)) at \(place) \(alignment) front"
                + " font '\(font),\(Int(size))' tc rgb \(colour.quoted)")
    }
}
