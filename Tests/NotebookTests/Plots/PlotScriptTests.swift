import NotebookDisplay
import TestSupport
import Testing

@testable import Notebook

@Suite struct PlotScriptTests {
    @Test("no text can end its quotes or its line", arguments: 1...40 as ClosedRange<UInt64>)
    func injection(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let pieces = [
            "'", "''", "\"", "\n", "\r", "\u{2028}", "`x`", "\\", "@m", "%s", "\u{E027}", "system", "é", "\u{0}", "END",
        ]
        let text = (0..<8).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
        let quoted = GnuplotText.quoted(text)
        let inside = quoted.dropFirst().dropLast()
        #expect(quoted.first == "'" && quoted.last == "'", "seed \(seed)")
        let controls = inside.unicodeScalars.count { $0.value < 32 }
        #expect(!inside.contains("'") && controls == 0, "seed \(seed)")
        #expect(inside.split(whereSeparator: \.isNewline).count == 1, "seed \(seed)")
        if !text.unicodeScalars.contains(where: { $0 == "\u{E027}" || $0.properties.isWhitespace || $0.value < 32 }) {
            #expect(GnuplotText.unquoted(String(inside)) == text, "seed \(seed)")
        }
    }

    @Test("a script holds no number that gnuplot cannot read")
    func numbers() {
        let plot = Plot { Line([1, Double.infinity, 3, .nan], [1, 2, -Double.infinity, 4]) }
        let script = PlotScript(plot).text
        #expect(script.contains("NaN NaN"))
        #expect(!script.contains("inf") && !script.contains("nan "))
    }

    @Test("damaged or extreme plots are drawn or refused, never a trap", arguments: 1...4 as ClosedRange<UInt64>)
    func damage(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        for (name, plot) in PlotGallery.plots {
            var bytes = Frame.output(.plot(plot)).bytes
            for _ in 0..<20 {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] = [0, 1, 0x7F, 0x80, 0xFF, 0xEF].randomElement(using: &generator) ?? 0
                guard case .output(.plot(let read))? = try? Frame(bytes: bytes) else { continue }
                #expect(PlotScript(read).text.hasSuffix("unset multiplot\n"), "seed \(seed), \(name)")
                #expect(!PlotDescription.text(of: read).isEmpty && PlotData.table(of: read).rowsCut >= 0)
            }
        }
    }

    struct Ticks: CustomTestStringConvertible {
        let low: Double
        let high: Double
        let texts: [String]
        var testDescription: String { "\(low) to \(high)" }
    }

    @Test(
        "ticks are round numbers with as many digits as they need",
        arguments: [
            Ticks(low: 0, high: 5.2, texts: ["0", "1", "2", "3", "4", "5", "6"]),
            Ticks(low: 0.11, high: 0.34, texts: ["0.10", "0.15", "0.20", "0.25", "0.30", "0.35"]),
            Ticks(low: -1, high: 1, texts: ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
            Ticks(low: 0, high: 60_000, texts: ["0", "10,000", "20,000", "30,000", "40,000", "50,000", "60,000"]),
            Ticks(low: 0, high: 1_100, texts: ["0", "200", "400", "600", "800", "1,000", "1,200"]),
            Ticks(low: 1_990, high: 2_030, texts: ["1990", "2000", "2010", "2020", "2030"]),
            Ticks(low: 7, high: 7, texts: ["6.0", "6.5", "7.0", "7.5", "8.0"]),
        ])
    func ticks(row: Ticks) {
        let scale = AxisScale(Axis(), values: [row.low, row.high], tickCount: 5, rounded: true)
        #expect(scale.ticks.map(\.text) == row.texts)
    }

    @Test("a mark near the horizontal axis does not lie on its line; a given end stays", arguments: [nil, 2.0])
    func room(lower: Double?) throws {
        var panel = Panel { Points([1, 2], [2.01, 6]) }
        panel.y.lower = lower
        let frame = try #require(PlotLayout(Plot(panels: [panel])).frames.first)
        #expect(frame.y.ticks.first?.text == "2")
        #expect((frame.y.lower < 2) == (lower == nil))
        #expect((frame.bottom - frame.pixelY(2.01) >= PlotLayout.markReach) == (lower == nil))
    }

    @Test("a line without marks needs no room below it")
    func noRoom() throws {
        let frame = try #require(PlotLayout(Plot { Line([1, 2], [2.01, 6]) }).frames.first)
        #expect(frame.y.lower == 2)
    }

    @Test("panels with the same series have one legend, others their own")
    func legends() {
        func script(_ second: String) -> String {
            PlotScript(
                Plot(columns: 2) {
                    for name in ["scan", second] {
                        Panel {
                            Line([1, 2], name: "office")
                            Line([2, 1], name: name)
                        }
                    }
                }
            ).text
        }
        func count(_ text: String, in script: String) -> Int { script.ranges(of: text).count }
        #expect(count("title 'office'", in: script("scan")) == 1)
        #expect(count("title 'scan'", in: script("scan")) == 1)
        #expect(count("title 'office'", in: script("lively")) == 2)
    }

    @Test("a logarithmic axis counts in decades")
    func decades() {
        var axis = Axis()
        axis.scale = .logarithmic
        let scale = AxisScale(axis, values: [0.02, 30_000, -5, 0], tickCount: 5, rounded: true)
        #expect(scale.ticks.map(\.text) == ["0.01", "0.1", "1", "10", "100", "1,000", "10,000", "10⁵"])
        #expect(abs(scale.share(of: 1) - 2.0 / 7) < 1e-12)
    }

    @Test("given ends stay where they are", arguments: [(0.0, 1.0), (-3.3, 3.3)])
    func ends(low: Double, high: Double) {
        var axis = Axis()
        (axis.lower, axis.upper) = (low, high)
        let scale = AxisScale(axis, values: [-100, 100], tickCount: 5, rounded: true)
        #expect(scale.lower == low && scale.upper == high)
    }

    @Test("no tick label reaches beyond the picture, and neighbours have room for theirs", arguments: [1, 2, 3])
    func overhang(columns: Int) {
        let plot = Plot(columns: columns) {
            for _ in 0..<columns { Panel { Line([0, 700_000], [0, 1]) }.xRange(0...700_000) }
        }
        var end = 0.0
        for frame in PlotLayout(plot).frames {
            for tick in frame.x.ticks {
                let half = frame.rotation > 0 ? 0 : TextWidth.of(tick.text, size: PlotLayout.tickSize) / 2
                #expect(frame.pixelX(tick.value) - half >= end)
                #expect(frame.pixelX(tick.value) + half <= PlotLayout.width)
            }
            end = frame.right
        }
    }

    @Test("a narrow panel has as many ticks as stand side by side")
    func narrow() {
        let plot = Plot(columns: 3) {
            for _ in 0..<3 { Panel { Line([0, 8], [0, 1]) } }
        }
        #expect(
            PlotLayout(plot).frames.map { $0.x.ticks.map(\.text) }
                == Array(repeating: ["0", "2", "4", "6", "8"], count: 3))
    }

    @Test("a low panel has as many ticks as stand below each other")
    func low() {
        let plot = Plot(columns: 1) {
            for _ in 0..<3 { Panel { Line([0, 1], [0, 8]) }.yRange(0...8) }
        }
        .height(0.7)
        #expect(PlotLayout(plot).frames[0].y.ticks.map(\.text) == ["0", "2", "4", "6", "8"])
    }

    @Test("an unnamed range has the colour of the line that follows it")
    func colours() {
        let contents = PanelContents(
            panel: Panel {
                Line([1, 2], name: "a")
                Ribbon([0, 1], low: [0, 1], high: [1, 2])
                Line([1, 2], name: "b")
                Points([1, 2], [1, 2], name: "a")
                ErrorBars([0], [1], plusMinus: [1])
            })
        #expect(contents.colours == [0, 1, 1, 0, 1])
    }
}
