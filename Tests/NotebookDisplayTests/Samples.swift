import NotebookDisplay

/// One output of every kind and shape.
enum Samples {
    static let outputs: [Output] = [
        .text("naïve – text\n\u{0}"), .text(""), .markdown("# Title"), .formula(#"\sum_i p_i"#), .html("<b>bold</b>"),
        .image(Picture([137, 80, 78, 71], mediaType: "image/png", alternative: "A dot.", caption: "Dot")),
        .table(table), .table(Table(columns: [])), .summary(summary), .plot(plot), .plot(Plot {}), .plot(panels),
        .bytes(bytes), .bytes(ByteMap([], fields: [])),
    ]

    static let table = Table {
        Column("Port", [22, 443, nil], format: .integer)
        Column("Share", [0.25, .infinity], unit: "%", format: .percent(1))
        Column("Name", ["ssh", "https"])
        Column("Open", [true, false, true], format: .significant(2))
        Column("Mean", [Estimate(1.5, low: 1, high: .infinity)], format: .fixed(1))
    }
    .captioned("Three rows.")

    static let summary = Summary {
        Item("windows", 100)
        Item("entropy", 1.3777, unit: "bits", format: .fixed(2))
        Item("missing", Double?.none, format: .scientific(1))
        Item("rate", 1e6, format: .bytes)
        Item("time", 0.5, format: .seconds)
        Item("h", 0.5, format: .bits)
    }

    static let plot = Plot("All marks.") {
        Span(1...2, label: "span")
        Span(y: 0.5...0.75)
        Line([1, 2, 3], [0.5, nil, 2], name: "line", marked: true)
        Points([1, 2], [3, 4])
        Step([1, 2], [3, 4])
        ErrorBars([1, 2], [3, 4], plusMinus: [0.1, 0.2])
        Ribbon([1, 2], low: [0, 1], high: [2, 3], name: "band")
        Bars([80, 443], [5, 6], name: "bars")
        Histogram([1.0, 2, 2, 3], bins: .count(3))
        Box("sample", [1.0, 2, 3, 100])
        HeatMap([[1.0, 2], [3, .nan]], columns: ["a", "b"], rows: ["c", "d"], label: "r").annotated()
        ROCCurve(falsePositiveRate: [0, 1], truePositiveRate: [0, 1])
        Rule(x: 3, label: "rule")
        Rule(y: 2.5)
        Note("note", x: 1, y: 2)
    }
    .xLabel("x", unit: "s").yScale(.logarithmic).xTicks(.fixed(1), rotated: 30).yRange(0.1...)
    .describedAs("Everything.").height(1.5)

    static let bytes = ByteMap([0, 53, 255], "Three bytes.") {
        ByteField("Port", 0..<2, part: "UDP", value: "53")
        ByteField("Rest", 2..<9, part: "Payload")
    }

    static let panels = Plot(columns: 2, sharing: .both) {
        Panel("left") { Line([1, 2, 3]) }
        Panel("right") { Line([3, 2, 1]) }
    }
    .legend(.hidden)
}
