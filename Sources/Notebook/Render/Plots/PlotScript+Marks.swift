import NotebookDisplay

extension PlotScriptWriter {
    /// The elements of the plot command, from back to front, after the data they draw.
    mutating func marks(_ frame: PlotLayout.Frame) -> [String] {
        let colours = frame.contents.colours
        let names = Set(frame.legend.entries.map(\.name))
        var titled: Set<String> = []
        var elements: [String] = []
        var group = 0
        for (mark, colour) in zip(frame.panel.marks, colours) {
            let name = PanelContents.name(of: mark).flatMap { name in
                names.contains(name) && titled.insert(name).inserted ? name : nil
            }
            let pen = Pen(
                colour: colour, group: group, title: name.map { "title \(GnuplotText.quoted($0))" } ?? "notitle")
            elements += self.elements(of: mark, frame, pen)
            if case .bars = mark { group += 1 }
        }
        return elements + boxElements(frame)
    }

    /// How one series is drawn.
    struct Pen {
        let colour: Int
        /// How many bars stand to the left in each category.
        var group = 0
        let title: String

        var ink: String { "lc rgb \(PlotColour.series(colour).quoted)" }

        /// Series differ in their dashes as well as in colour.
        var dash: String {
            let dashes = ["", " dt (9,4)", " dt (2,3)", " dt (9,3,2,3)", " dt (14,4,4,4)"]
            return dashes[(colour + colour / PlotColour.seriesCount) % dashes.count]
        }

        /// Series differ in the shape of their points: disc, square, triangle, diamond, and the same open.
        var point: String { "pt \([7, 5, 9, 13, 11, 6, 4, 8][colour % 8])" }

        /// Bars differ in how full they are.
        var fill: String { "fs solid \([0.85, 0.18, 0.5, 0.02][colour % 4]) border" }

        /// Bars and bins.
        var area: String { "boxxyerror \(fill) lw 1.2 \(ink)" }

        func look(of style: Curve.Style) -> String {
            let line = "lw 2\(dash) \(ink)"
            return switch style {
            case .line: "lines \(line)"
            case .step: "steps \(line)"
            case .points: "points \(point) ps 0.55 lw 1.2 \(ink)"
            case .markedLine: "linespoints \(line) \(point) ps 0.5"
            }
        }

        func look(of style: Interval.Style) -> String {
            switch style {
            case .errorBars: "yerrorbars \(point) ps 0.55 lw 1.4 \(ink)"
            case .ribbon: "filledcurves fs solid 0.22 noborder \(ink)"
            }
        }
    }

    /// How a legend draws a series.
    func look(of entry: LegendEntry) -> String {
        let pen = Pen(colour: entry.colour, title: "")
        return switch entry.look {
        case .curve(let style): pen.look(of: style)
        case .interval(let style): pen.look(of: style)
        case .area: pen.area
        }
    }

    private mutating func elements(of mark: Mark, _ frame: PlotLayout.Frame, _ pen: Pen) -> [String] {
        switch mark {
        case .curve(let curve): elements(curve, frame, pen)
        case .interval(let interval): elements(interval, frame, pen)
        case .bars(let bars): [element(bars, frame, pen)]
        case .histogram(let histogram): histogram.counts.isEmpty ? [] : [element(histogram, frame, pen)]
        case .heat(let map): element(map).map { [$0] } ?? []
        case .box, .span, .rule, .note: []
        }
    }
}

extension PlotScriptWriter {
    /// Points of a curve that are drawn; twice the pixels of a panel show every extreme.
    private static let drawnPoints = 1_200

    private mutating func elements(_ curve: Curve, _ frame: PlotLayout.Frame, _ pen: Pen) -> [String] {
        let y = frame.y.isLogarithmic ? curve.y.map { $0 > 0 ? $0 : .nan } : curve.y
        let kept = Thinning.extremes(of: [y], to: Self.drawnPoints)
        let rows = kept.map { index in
            let x = frame.x.isLogarithmic && curve.x[index] <= 0 ? .nan : curve.x[index]
            return x.isFinite && y[index].isFinite ? [x, y[index]] : [Double.nan, .nan]
        }
        guard rows.contains(where: { $0[0].isFinite }) else { return [] }
        return ["\(block(rows)) using 1:2 with \(pen.look(of: curve.style)) \(pen.title)"]
    }

    private mutating func elements(_ interval: Interval, _ frame: PlotLayout.Frame, _ pen: Pen) -> [String] {
        let floor = frame.y.isLogarithmic ? frame.y.lower : -.infinity
        let kept = Thinning.extremes(of: [interval.low, interval.high], to: Self.drawnPoints)
        let rows = kept.map { index in
            let middle = interval.middle.isEmpty ? [] : [interval.middle[index]]
            let row = [interval.x[index]] + middle + [max(interval.low[index], floor), interval.high[index]]
            return row.allSatisfy(\.isFinite) ? row : nil
        }
        guard interval.style == .errorBars else { return ribbons(rows, pen) }
        let finite = rows.compactMap(\.self)
        if finite.isEmpty { return [] }
        return ["\(block(finite)) using 1:2:3:4 with \(pen.look(of: .errorBars)) \(pen.title)"]
    }

    /// A band for every stretch without a gap.
    private mutating func ribbons(_ rows: [[Double]?], _ pen: Pen) -> [String] {
        rows.split(whereSeparator: { $0 == nil }).enumerated().map { place, stretch in
            let title = place == 0 ? pen.title : "notitle"
            return "\(block(Array(stretch))) using 1:2:3 with \(pen.look(of: .ribbon)) \(title)"
        }
    }

    private mutating func element(_ bars: Bars, _ frame: PlotLayout.Frame, _ pen: Pen) -> String {
        let categories = frame.contents.categories
        let width = 0.76 / Double(max(frame.contents.barsCount, 1))
        let base = max(frame.y.lower, frame.y.isLogarithmic ? frame.y.lower : min(0, frame.y.upper))
        let rows = zip(bars.categories, bars.values).compactMap { category, value -> [Double]? in
            guard value.isFinite, value > 0 || !frame.y.isLogarithmic, let slot = categories.firstIndex(of: category)
            else { return nil }
            let left = Double(slot) - 0.38 + Double(pen.group) * width
            return rectangle(left + width * 0.04, left + width * 0.96, base, value)
        }
        return rectangles(rows, pen)
    }

    private mutating func element(_ histogram: Histogram, _ frame: PlotLayout.Frame, _ pen: Pen) -> String {
        let base = frame.y.isLogarithmic ? frame.y.lower : 0
        let rows = histogram.counts.indices.filter { histogram.counts[$0] > 0 }.map { bin in
            rectangle(histogram.edges[bin], histogram.edges[bin + 1], base, Double(histogram.counts[bin]))
        }
        return rectangles(rows, pen)
    }

    private func rectangle(_ left: Double, _ right: Double, _ from: Double, _ to: Double) -> [Double] {
        [(left + right) / 2, to, left, right, min(from, to), max(from, to)]
    }

    private mutating func rectangles(_ rows: [[Double]], _ pen: Pen) -> String {
        guard !rows.isEmpty else { return "NaN with lines lw 2 \(pen.ink) \(pen.title)" }
        return "\(block(rows)) using 1:2:3:4:5:6 with \(pen.area) \(pen.title)"
    }
}
