/// A plot in words, for the terminal.
enum PlotSummary {
    /// The caption, then a line for every panel's title and for every mark.
    static func lines(of plot: Plot) -> [String] {
        let panels = plot.panels.flatMap { panel in
            (panel.title.map { ["  \($0)"] } ?? []) + panel.marks.map { "  \(line(of: $0))" }
        }
        return [plot.caption.map { "[plot] \($0)" } ?? "[plot]"] + panels
    }

    private static func line(of mark: Mark) -> String {
        switch mark {
        case .curve(let curve): series(curve.name, "\(curve.x.count) points", curve.y)
        case .interval(let interval): series(interval.name, "\(interval.x.count) ranges", interval.low + interval.high)
        case .bars(let bars): series(bars.name, "\(bars.values.count) bars", bars.values)
        case .histogram(let histogram):
            series(histogram.name, "\(histogram.counts.count) bins", histogram.counts.map(Double.init))
        case .box(let box): "\(box.name): median \(number(box.median)) of \(box.count) values"
        case .heat(let map): series(map.label, "\(map.rows.count) × \(map.columns.count) fields", map.values)
        case .span(let span): "\(span.label ?? "span"): \(number(span.lower)) to \(number(span.upper))"
        case .rule(let rule): rule.label ?? "reference line"
        case .note(let note): note.text
        }
    }

    private static func series(_ name: String?, _ count: String, _ values: [Double]) -> String {
        let finite = values.filter(\.isFinite)
        let title = name.map { "\($0): " } ?? ""
        guard let low = finite.min(), let high = finite.max() else { return "\(title)\(count), no finite value" }
        return "\(title)\(count) from \(number(low)) to \(number(high))"
    }

    private static func number(_ value: Double) -> String { NumberFormat.automatic.text(for: value) }
}
