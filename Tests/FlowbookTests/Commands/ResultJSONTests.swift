import Foundation
import Testing

@Suite("--json gives results to programs")
struct ResultJSONTests {
    private static let notebook = """
        // %% [markdown] id="intro"
        // # Values
        // The sum is \\(1 + 1).

        // %% [parameters] id="parameters"
        let count = 3

        // %% Outputs id="outputs"
        import NotebookDisplay
        print("printed")
        show("a text")
        show(Table([0.1 + 0.2, .nan]) { Column("Sum", \\.self, unit: "s", format: .fixed(1)) }.captioned("Sums."))
        show(Summary { Item("Count", count); Item("Share", 2.0 / 3, unit: "%"); Item("Fine", true) })
        show(Formula("x^2"))
        show(RawHTML("<b>b</b>"))
        show(Markdown("*m*"))
        show(Picture([1, 2, 3], mediaType: "image/png", alternative: "Dots", caption: "Three."))

        // %% Plots id="plots"
        Plot("Two panels.", columns: 2) {
            Panel("First") {
                Line([1, 2], [0.1 + 0.2, 1e-300], name: "low")
                Span(1...2, label: "attack")
            }
            Panel("Second") { Bars(["a", "b"], [1, 2], name: "counts") }
        }
        .xLabel("Time", unit: "s")

        // %% Failing id="failing"
        let wrong: Int = "text"

        // %% Throwing id="throwing"
        struct Refused: Error {}
        throw Refused()

        // %% Waiting id="waiting"
        wrong + 1
        """

    private let result: JSONView
    private let status: Int32

    init() throws {
        let project = try SmallProject(["01-values": Self.notebook])
        let run = try project.run("run", "01", "--json")
        status = run.status
        result = try run.json()["notebooks"][0]
    }

    @Test("a notebook has its name, and its cells their place, kind, status and cost")
    func cells() {
        #expect(status == 1)
        #expect(result["name"].text == "01-values")
        #expect(result["path"].text == "Notebooks/01-values.swift")
        #expect(result["title"].text == "Values")
        let cells = result["cells"]
        #expect(cells.list.map { $0["kind"].text } == ["markdown", "parameters"] + Array(repeating: "code", count: 5))
        #expect(
            cells.list.map { $0["status"].text } == ["ran", "ran", "ran", "ran", "failed", "failed", "blocked"])
        #expect(cells[id: "intro"]["interpolations"].texts == ["2"])
        #expect(cells[id: "outputs"]["line"].number == 8)
        #expect(cells[id: "outputs"]["title"].text == "Outputs")
        for cost in ["seconds", "processorSeconds", "peakMemory"] {
            #expect(cells[id: "outputs"][cost].number ?? 0 > 0)
            #expect(cells[id: "waiting"][cost].isNull)
        }
        #expect(cells[id: "waiting"]["blockedBy"].texts == ["failing"])
    }

    @Test("tables, summaries and the other outputs come as values, in order")
    func outputs() {
        let outputs = result["cells"][id: "outputs"]["outputs"]
        let kinds = ["stdout", "text", "table", "summary", "formula", "html", "markdown", "image"]
        #expect(outputs.list.map { $0["type"].text } == kinds)
        #expect(outputs[0]["text"].text == "printed\n")
        #expect(outputs[2]["caption"].text == "Sums.")
        #expect(outputs[2]["columns"][0]["unit"].text == "s")
        #expect(outputs[2]["rows"][0][0].number == 0.1 + 0.2)
        #expect(outputs[2]["rows"][1][0].isNull)
        #expect(outputs[3]["items"].list.map { $0["name"].text } == ["Count", "Share", "Fine"])
        #expect(outputs[3]["items"][1]["value"].number == 2.0 / 3)
        #expect(outputs[3]["items"][1]["unit"].text == "%")
        #expect(outputs[7]["base64"].text == "AQID")
        #expect(outputs[7]["size"].number == 3)
    }

    @Test("plots come as panels of named series with all digits")
    func plots() {
        let plot = result["cells"][id: "plots"]["outputs"][0]
        #expect(plot["caption"].text == "Two panels.")
        #expect(plot["panels"].list.map { $0["title"].text } == ["First", "Second"])
        #expect(plot["panels"][0]["x"]["label"].text == "Time")
        let series = plot["panels"][0]["series"]
        #expect(series[0]["kind"].text == "line")
        #expect(series[0]["name"].text == "low")
        #expect(series[0]["x"].numbers == [1, 2])
        #expect(series[0]["y"].numbers == [0.1 + 0.2, 1e-300])
        #expect(series[1]["kind"].text == "span")
        #expect(series[1]["upper"].number == 2)
        #expect(plot["panels"][1]["series"][0]["x"].texts == ["a", "b"])
    }

    @Test("errors come with line, column and what the compiler said")
    func errors() {
        let failing = result["cells"][id: "failing"]["error"]
        #expect(failing["line"].number == 30)
        #expect(failing["column"].number == 18)
        #expect(failing["diagnostics"][0]["severity"].text == "error")
        #expect(failing["diagnostics"][0]["message"].text?.contains("cannot convert") == true)
        let throwing = result["cells"][id: "throwing"]["error"]
        #expect(throwing["message"].text?.hasPrefix("threw an error: Refused") == true)
    }
}
