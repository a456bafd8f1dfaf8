import NotebookDisplay

@testable import Notebook

/// Two notebooks that between them show every kind of output and every way a cell can end.
enum SampleBook {
    static let notebooks = [
        SampleNotebook(name: "01-everything", cells: opening + outputs + tables + endings).woven,
        SampleNotebook(name: "02-companion", cells: companion).woven,
    ]

    private static let opening: [SampleCell] = [
        .prose("intro", SampleText.introduction, values: ["1.38", "5.01"]),
        .code("settings", "let windows = 100\nlet seed: UInt64 = 42") { $0.cell.kind = .parameters },
        .code("entropy", SampleText.entropySource, title: "Entropy of destination ports", [.plot(SamplePlot.entropy)]) {
            $0.plots = [WovenPlot(drawing: SamplePlot.entropy, idPrefix: "entropy-")]
        },
        .prose("reading", SampleText.reading),
    ]

    private static let outputs: [SampleCell] = [
        .prose("showing", SampleText.showing),
        .code("distributions", "Plot(columns: 2) { … }", title: "Two distributions", [.plot(SamplePlot.bars)]) {
            $0.plots = [WovenPlot(drawing: SamplePlot.bars, idPrefix: "distributions-")]
        },
        .code("summary", "Summary(of: windows)", title: "At a glance", [.summary(SampleTable.summary)]),
        .code("streams", "print(report)\nfputs(complaint, stderr)", title: "What it printed") { sample in
            sample.result?.items = [
                .stream(.standardOutput, "captured 20,000 packets\nin 100 windows\n"),
                .stream(.standardError, "no such host: <script>alert(1)</script>\u{1B}[31m\n"),
                .cut("1,204 more lines were printed and are not shown."),
                .output(
                    .text("Flow(source: 10.0.0.1:443, target: 10.0.0.2:51234, packets: 12, state: \"<established>\")")),
            ]
        },
        .code(
            "shown", "show(Markdown(remark))\nshow(Formula(entropy))\nshow(RawHTML(fragment))\nlogo",
            title: "Prose, formulas, markup, pictures",
            [
                .markdown("The **scan** touches `65535` ports; see [](#tab:ports) and [](#fig:shown)."),
                .formula(#"H(X) = -\sum_{i=1}^{n} p_i \log_2 p_i"#),
                .html(
                    "<p style=\"color: teal\">Raw <b>markup</b>, <i>left open <script>document.title = 'no'</script>"),
                .image(SamplePlot.picture),
                .bytes(
                    ByteMap([0x1a, 0x2b, 0x00, 0x35, 0x47, 0x45, 0x54, 0x20, 0x2f]) {
                        ByteField("Source port", 0..<2, part: "UDP", value: "6699")
                        ByteField("Destination port", 2..<4, part: "UDP", value: "53")
                        ByteField("Payload", 4..<9, part: "Payload")
                    }
                    .captioned("A beginning of a datagram.")),
            ]),
    ]

    private static let tables: [SampleCell] = [
        .prose("numbers", "## Tables\n\nNumbers stand below each other at the decimal point, as in [](#tab:ports)."),
        .code("ports", SampleText.tableSource, title: "Busy ports", [.table(SampleTable.ports)]) {
            $0.cell.options.caption = "The five busiest ports: most bytes go to one of them."
        },
        .code("windows", "Table(windows)", title: "All windows", [.table(SampleTable.windows)]) {
            $0.cell.options.fold = true
        },
    ]

    private static let endings: [SampleCell] = [
        .prose(
            "wrong",
            "## When things go wrong\n\nThe mean of % windows cannot be told, `$$` is no formula, $\\foo$ is a faulty one, and "
                + "[this link](#nowhere) leads nowhere."),
        .ending(.failed(SampleText.compileFailure), "broken", SampleText.brokenSource, title: "Does not compile"),
        .ending(
            .failed(SampleText.trap), "trap", SampleText.trapSource, title: "Reads beyond the end", [.text("443")]),
        .ending(.blocked(by: ["broken", "trap"]), "blocked", "third + count", title: "Needs the others"),
        .ending(.interrupted, "stopped", "while true {}"),
        .code("unasked", "print(\"later\")") { $0.result = nil },
        .code("result-only", "secret()", [.text("only the output is seen")]) { $0.cell.options.hide = .code },
        .code("unseen", "setUp()", [.text("never seen")]) { $0.cell.options.hide = .all },
        .code("noted", "var total = 12\nchangeDirectory(\"/\")", title: "With remarks") { sample in
            sample.result?.warnings = [SampleText.warning]
            sample.result?.notices = [Notice(message: "The working directory was put back.", line: 2)]
        },
        .code("undrawn", "Plot.bars(counts)", [.plot(Plot(panels: []))]) { sample in
            sample.plots = [.failed("gnuplot: line 12: all points undefined")]
        },
    ]

    private static let companion: [SampleCell] = [
        .prose(
            "start", "# A companion\n\nIt continues [](01-everything.swift); see [](01-everything.swift#fig:entropy)."),
        .code("only", "print(\"one\")", title: "The only cell") {
            $0.result?.items = [.stream(.standardOutput, "one\n")]
        },
    ]
}
