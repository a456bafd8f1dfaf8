import NotebookDisplay

/// A plot for a program to read: panels of named series with their numbers.
enum PlotJSON {
    static func object(_ plot: Plot) -> JSON {
        .object([
            "type": "plot", "caption": JSON(plot.caption), "panels": .array(plot.panels.map(panel)),
        ])
    }

    private static func panel(_ panel: Panel) -> JSON {
        .object([
            "title": JSON(panel.title), "x": axis(panel.x), "y": axis(panel.y),
            "series": .array(panel.marks.map(series)),
        ])
    }

    private static func axis(_ axis: Axis) -> JSON {
        .object([
            "label": JSON(axis.label), "unit": JSON(axis.unit),
            "scale": axis.scale == .logarithmic ? "logarithmic" : "linear",
            "lower": JSON(axis.lower), "upper": JSON(axis.upper),
        ])
    }

    private static func series(_ mark: Mark) -> JSON {
        switch mark {
        case .curve(let curve): self.curve(curve)
        case .interval(let interval): self.interval(interval)
        case .bars(let bars):
            .object([
                "kind": "bars", "name": JSON(bars.name), "x": .array(bars.categories.map(JSON.string)),
                "y": numbers(bars.values), "omitted": omitted(bars.omitted),
            ])
        case .histogram(let histogram):
            .object([
                "kind": "histogram", "name": JSON(histogram.name), "edges": numbers(histogram.edges),
                "counts": .array(histogram.counts.map(JSON.integer)), "omitted": omitted(histogram.omitted),
            ])
        case .box(let box): self.box(box)
        case .heat(let map): heat(map)
        case .span(let span): self.span(span)
        case .rule(let rule): self.rule(rule)
        case .note(let note):
            .object(["kind": "note", "name": .string(note.text), "x": .number(note.x), "y": .number(note.y)])
        }
    }
}

private extension PlotJSON {
    static func curve(_ curve: Curve) -> JSON {
        let kind =
            switch curve.style {
            case .line: "line"
            case .points: "points"
            case .markedLine: "markedLine"
            case .step: "step"
            }
        return .object([
            "kind": .string(kind), "name": JSON(curve.name), "x": numbers(curve.x), "y": numbers(curve.y),
            "omitted": omitted(curve.omitted),
        ])
    }

    static func interval(_ interval: Interval) -> JSON {
        .object([
            "kind": interval.style == .ribbon ? "ribbon" : "errorBars", "name": JSON(interval.name),
            "x": numbers(interval.x), "low": numbers(interval.low), "high": numbers(interval.high),
            "middle": numbers(interval.middle), "omitted": omitted(interval.omitted),
        ])
    }

    static func box(_ box: Box) -> JSON {
        .object([
            "kind": "box", "name": .string(box.name), "count": .integer(box.count), "median": .number(box.median),
            "quartiles": numbers([box.lowerQuartile, box.upperQuartile]),
            "whiskers": numbers([box.lowerWhisker, box.upperWhisker]), "outliers": numbers(box.outliers),
            "omitted": omitted(box.omitted),
        ])
    }

    static func heat(_ map: HeatMap) -> JSON {
        let width = map.columns.count
        let rows = map.rows.indices.map { numbers(Array(map.values[($0 * width)..<(($0 + 1) * width)])) }
        return .object([
            "kind": "heatMap", "name": JSON(map.label), "x": .array(map.columns.map(JSON.string)),
            "y": .array(map.rows.map(JSON.string)), "values": .array(rows), "omitted": omitted(map.omitted),
        ])
    }

    static func span(_ span: Span) -> JSON {
        .object([
            "kind": "span", "name": JSON(span.label), "axis": span.direction == .x ? "x" : "y",
            "lower": .number(span.lower), "upper": .number(span.upper),
        ])
    }

    static func rule(_ rule: Rule) -> JSON {
        switch rule.course {
        case .vertical(let x): .object(["kind": "rule", "name": JSON(rule.label), "x": .number(x)])
        case .horizontal(let y): .object(["kind": "rule", "name": JSON(rule.label), "y": .number(y)])
        case .slanted(let slope, let intercept):
            .object([
                "kind": "rule", "name": JSON(rule.label), "slope": .number(slope), "intercept": .number(intercept),
            ])
        }
    }

    static func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

    /// How many points the cell gave that are not among the numbers.
    static func omitted(_ omission: Omission) -> JSON {
        .integer(omission.unpaired + omission.thinned + omission.undefined)
    }
}
