import NotebookDisplay

/// A plot in words, for those who cannot see it: what is drawn, over which ranges, with which extremes.
enum PlotDescription {
    static func text(of plot: Plot) -> String {
        let panels = plot.panels.enumerated().map { index, panel in
            let title = panel.title.map { "\($0): " } ?? ""
            let place = plot.panels.count > 1 ? "Panel \(index + 1). " : ""
            return place + title + sentences(of: panel)
        }
        return panels.isEmpty ? "An empty plot." : panels.joined(separator: " ")
    }

    private static func sentences(of panel: Panel) -> String {
        let contents = PanelContents(panel: panel)
        if contents.isEmpty { return "A panel without data." }
        return ([axes(of: panel)] + panel.marks.compactMap { sentence(of: $0, panel) }).joined(separator: " ")
    }

    private static func axes(of panel: Panel) -> String {
        let kinds = panel.marks.compactMap(kind).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let over = panel.x.heading.map { " over \($0)" } ?? ""
        let of = panel.y.heading.map { " of \($0)" } ?? ""
        let logarithmic = [(panel.x, "horizontal"), (panel.y, "vertical")].filter { $0.0.scale == .logarithmic }
            .map { ", \($0.1) axis logarithmic" }.joined()
        let what = kinds.isEmpty ? "plot" : kinds.joined(separator: " and ")
        return what.prefix(1).uppercased() + what.dropFirst() + of + over + logarithmic + "."
    }

    private static func kind(of mark: Mark) -> String? {
        switch mark {
        case .curve(let curve):
            switch curve.style {
            case .line, .markedLine: "line plot"
            case .points: "scatter plot"
            case .step: "step plot"
            }
        case .interval(let interval): interval.style == .ribbon ? "band" : "error bars"
        case .bars: "bar chart"
        case .histogram: "histogram"
        case .box: "box plot"
        case .heat: "heat map"
        case .span, .rule, .note: nil
        }
    }

    private static func sentence(of mark: Mark, _ panel: Panel) -> String? {
        switch mark {
        case .curve(let curve):
            series(curve.name, "points", zip(curve.x.map(number), curve.y)) + omissions(curve.omitted)
        case .bars(let bars): series(bars.name, "bars", zip(bars.categories, bars.values)) + omissions(bars.omitted)
        case .interval(let interval): range(interval) + omissions(interval.omitted)
        case .histogram(let histogram): bins(histogram)
        case .box(let box): spread(box)
        case .heat(let map): fields(map)
        case .span(let span):
            "Shaded: \(span.label.map { "\($0), " } ?? "")\(number(span.lower)) to \(number(span.upper))."
        case .rule(let rule): rule.label.map { "Reference line: \($0)." }
        case .note(let note): "Note: \(note.text)."
        }
    }
}

extension PlotDescription {
    private static func number(_ value: Double) -> String { NumberFormat.automatic.text(for: value) }

    private static func count(_ count: Int) -> String { NumberFormat.integer.text(for: count) }

    private static func series(_ name: String?, _ unit: String, _ points: some Sequence<(String, Double)>) -> String {
        let finite = points.filter { $0.1.isFinite }
        let title = name.map { "\($0): " } ?? ""
        guard let low = finite.min(by: { $0.1 < $1.1 }), let high = finite.max(by: { $0.1 < $1.1 }) else {
            return "\(title)no \(unit)."
        }
        return "\(title)\(count(finite.count)) \(unit), least \(number(low.1)) at \(low.0),"
            + " greatest \(number(high.1)) at \(high.0)."
    }

    private static func range(_ interval: Interval) -> String {
        let ends = (interval.low + interval.high).filter(\.isFinite)
        let what = interval.style == .ribbon ? "band" : "ranges"
        let title = interval.name.map { "\($0): " } ?? ""
        guard let low = ends.min(), let high = ends.max() else { return "\(title)no \(what)." }
        return "\(title)\(what) between \(number(low)) and \(number(high)) at \(count(interval.x.count)) places."
    }

    private static func bins(_ histogram: Histogram) -> String {
        guard let first = histogram.edges.first, let last = histogram.edges.last, let most = histogram.counts.max()
        else {
            return "No values."
        }
        let place = histogram.counts.firstIndex(of: most) ?? 0
        let title = histogram.name.map { "\($0): " } ?? ""
        return "\(title)\(count(histogram.counts.reduce(0, +))) values in \(histogram.counts.count) bins from"
            + " \(number(first)) to \(number(last)); the fullest holds \(count(most)), from"
            + " \(number(histogram.edges[place])) to \(number(histogram.edges[place + 1]))."
            + omissions(histogram.omitted)
    }

    private static func spread(_ box: Box) -> String {
        guard box.count > 0 else { return "\(box.name): no values." }
        return "\(box.name): median \(number(box.median)), half of \(count(box.count)) values between"
            + " \(number(box.lowerQuartile)) and \(number(box.upperQuartile)), whiskers from"
            + " \(number(box.lowerWhisker)) to \(number(box.upperWhisker)), \(count(box.outliers.count)) beyond."
    }

    private static func fields(_ map: HeatMap) -> String {
        let finite = map.values.enumerated().filter { $0.element.isFinite }
        guard let low = finite.min(by: { $0.element < $1.element }),
            let high = finite.max(by: { $0.element < $1.element })
        else { return "No values." }
        let place = { (index: Int) in
            "\(map.rows[index / map.columns.count]), \(map.columns[index % map.columns.count])"
        }
        let title = map.label.map { "\($0): " } ?? ""
        return
            "\(title)\(map.rows.count) rows by \(map.columns.count) columns, least \(map.format.text(for: low.element))"
            + " at \(place(low.offset)), greatest \(map.format.text(for: high.element)) at \(place(high.offset))."
    }

    /// What is missing in the data of a plot, series by series; nil when nothing is.
    static func omissions(of plot: Plot) -> String? {
        let notes = plot.panels.flatMap(\.marks).compactMap { mark -> String? in
            let note = omissions(omission(of: mark))
            return note.isEmpty ? nil : (PanelContents.name(of: mark).map { "\($0):" } ?? "") + note
        }
        return notes.isEmpty ? nil : notes.joined(separator: " ").drop { $0 == " " }.description
    }

    private static func omission(of mark: Mark) -> Omission {
        switch mark {
        case .curve(let curve): curve.omitted
        case .interval(let interval): interval.omitted
        case .bars(let bars): bars.omitted
        case .histogram(let histogram): histogram.omitted
        case .box(let box): box.omitted
        case .heat(let map): map.omitted
        case .span, .rule, .note: Omission()
        }
    }

    private static func omissions(_ omitted: Omission) -> String {
        let parts = [
            (omitted.unpaired, "without a partner or a bin, left out"),
            (omitted.thinned, "thinned out, extremes kept"),
            (omitted.undefined, "undefined, left out"),
        ]
        return parts.filter { $0.0 > 0 }.map { " \(count($0.0)) \($0.1)." }.joined()
    }
}
