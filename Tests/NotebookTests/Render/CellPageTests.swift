import Markup
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("What a page shows of a cell")
struct CellPageTests {
    private static func page(_ cells: SampleCell...) -> Page {
        let formulas: FormulaConverter = { formula throws(FormulaError) in "<mi>\(formula.tex)</mi>" }
        return PageRenderer(formulas: formulas).page(of: SampleNotebook(name: "nb", cells: cells).woven)
    }

    @Test(
        "options hide the code, the output or all of a cell",
        arguments: [
            (CellOptions.Hidden.nothing, true, true), (.code, false, true), (.output, true, false),
            (.all, false, false),
        ])
    func hiding(hide: CellOptions.Hidden, showsCode: Bool, showsOutput: Bool) {
        let markup = Self.page(.code("a", "source()", [.text("shown")]) { $0.cell.options.hide = hide }).markup
        #expect(markup.contains("source()") == showsCode)
        #expect(markup.contains("<samp>shown</samp>") == showsOutput)
    }

    @Test("a failure is shown even where the cell is hidden")
    func hiddenFailure() {
        let failure = Failure(message: "stopped after 2 s", remedy: "Raise `timeout`.", diagnostics: [])
        let markup = Self.page(
            .code("a", "loop()", title: "Loop") {
                $0.cell.options.hide = .all
                $0.result?.status = .failed(failure)
            }
        ).markup
        #expect(markup.contains("<strong>Failed:</strong> stopped after 2 s"))
        #expect(markup.contains("Raise <code>timeout</code>."))
        #expect(markup.contains("<strong>1 cell has no result.</strong>"))
        #expect(markup.contains("<a href=\"#a\">Loop</a>: stopped after 2 s"))
    }

    @Test("a failure that is meant stands in its place and is no warning about the notebook")
    func meantFailure() {
        let failure = Failure(message: "stopped after 2 s", remedy: nil, diagnostics: [])
        let markup = Self.page(
            .code("a", "loop()") {
                $0.cell.options.tags = ["fails"]
                $0.result?.status = .failed(failure)
            },
            .code("b", "next()") { $0.result?.status = .blocked(by: ["a"]) }
        ).markup
        #expect(markup.contains("<strong>Failed:</strong> stopped after 2 s"))
        #expect(!markup.contains("no result.</strong>"))
    }

    @Test("every field of bytes stands with its name, place, bytes and value, under the name of its part")
    func bytes() throws {
        let map = ByteMap([0, 53, 1, 2], "A header.") {
            ByteField("Port", 0..<2, part: "UDP", value: "<53>")
            ByteField("Rest", 2..<4, part: "Payload")
        }
        let markup = Self.page(.code("a", "map", [.bytes(map)])).markup
        #expect(markup.contains("<figure class=\"bytes\" id=\"fig:a\">"))
        #expect(markup.contains("Figure 1.</span> A header."))
        #expect(markup.contains("<section class=\"part part-1\" aria-label=\"UDP\"><p class=\"name\">UDP</p>"))
        let field = "<li><span class=\"label\">Port <span class=\"place\">0–1</span></span><code>00 35</code>"
        #expect(markup.contains(field + "<span class=\"says\">&lt;53&gt;</span></li>"))
        #expect(markup.contains("<section class=\"part part-2\" aria-label=\"Payload\">"))
    }

    @Test("folded code is closed, other code is open")
    func folding() {
        #expect(Self.page(.code("a", "1")).markup.contains("<details class=\"code\" open=\"\">"))
        let folded = Self.page(.code("a", "1") { $0.cell.options.fold = true }).markup
        #expect(folded.contains("<details class=\"code\">"))
    }

    @Test("the option's caption goes to the last table or figure without one")
    func caption() {
        let column = Table.Column(title: "x", values: [.integer(1)])
        let own = Table(caption: "Mine.", columns: [column])
        let markup = Self.page(
            .code("a", "1", [.table(Table(columns: [column])), .table(own)]) { $0.cell.options.caption = "Theirs." }
        ).markup
        #expect(markup.contains("<span class=\"number\">Table 1.</span> Theirs."))
        #expect(markup.contains("<span class=\"number\">Table 2.</span> Mine."))
    }

    @Test("a number with a range reads as such, and is set among the others of its column")
    func ranges() {
        let values: [Table.Value] = [
            .estimate(Estimate(7, low: 6.5, high: 8)), .estimate(Estimate(10.5, low: -9, high: 12)), .number(3),
        ]
        let table = Table(columns: [Table.Column(title: "Lift", values: values)])
        let markup = Self.page(.code("a", "1", [.table(table)])).markup
        let cells = markup.matches(of: /<td class="n".*?<\/td>/).map { String($0.0) }
        #expect(
            cells == [
                #"<td class="n">7<span class="range" data-pad=".0−"> (<span>6.5</span> to "#
                    + #"<span data-pad="0">8</span>)</span></td>"#,
                #"<td class="n">10.5<span class="range" data-pad=".0"> (<span>−9</span> to <span>12</span>)</span></td>"#,
                #"<td class="n" data-pad=".0.00− ( to 00)">3</td>"#,
            ])
    }

    @Test("tables and figures count apart, and a second one of a cell has a number in its anchor")
    func numbering() {
        let table = Output.table(Table(columns: []))
        let picture = Output.image(Picture([1], mediaType: "image/png", alternative: ""))
        let markup = Self.page(.code("a", "1", [table, picture, table]), .code("b", "2", [picture])).markup
        for anchor in ["tab:a", "fig:a", "tab:a.2", "fig:b"] { #expect(markup.contains(" id=\"\(anchor)\"")) }
        for name in ["Table 1", "Table 2", "Figure 1", "Figure 2"] { #expect(markup.contains(">\(name)<")) }
    }

    @Test("the rest of a line that is wrapped hangs deeper, the deeper the line stands")
    func indents() {
        let markup = Self.page(.code("a", "a\n    b\n        c\n             d")).markup
        let classes = markup.matches(of: /<span class="(l[^"]*)" data-n/).map { String($0.1) }
        #expect(classes == ["l", "l", "l deep-1", "l deep-3"])
    }

    @Test("a diagnostic quotes its line with a caret below the column, across cells")
    func diagnostics() {
        let note = Diagnostic(severity: .note, message: "declared here", line: -2, column: 5)
        let error = Diagnostic(severity: .error, message: "no <such> thing", line: 1, column: 3)
        let failure = Failure(message: "does not compile", diagnostics: [error, note])
        let markup = Self.page(.code("a", "let x = 1", title: "First"), .ending(.failed(failure), "b", "\té + x"))
            .markup
        #expect(markup.contains("<code>\té + x</code><span class=\"caret\">\n\t ^</span>"))
        #expect(markup.contains("no &lt;such&gt; thing"))
        #expect(markup.contains("<a href=\"#a\">line 2, in First</a>"))
        #expect(markup.contains("<code>let x = 1</code><span class=\"caret\">\n    ^</span>"))
    }

    @Test("a place outside the notebook has a number and no line")
    func placeOutside() {
        let failure = Failure(message: "m", line: 999, diagnostics: [])
        #expect(Self.page(.ending(.failed(failure), "a", "x")).markup.contains("<p class=\"place\">line 1000</p>"))
    }

    @Test("a cell that waits for others links to them")
    func blocked() {
        let failed = CellResult.Status.failed(Failure(message: "m", diagnostics: []))
        let markup = Self.page(.ending(failed, "a", "x", title: "Cause"), .ending(.blocked(by: ["a"]), "b", "y")).markup
        #expect(markup.contains("<strong>Not run</strong> because <a href=\"#a\">Cause</a> has no result."))
    }

    @Test("times are on the page only where they were asked for")
    func timing() {
        #expect(!Self.page(.code("a", "1")).markup.contains("class=\"timing\""))
        let usage = Usage(wallSeconds: 0.012, cpuSeconds: 0.01, peakMemoryBytes: 2_000_000)
        let timed = Self.page(.code("a", "1") { $0.timing = CellTiming(isReused: false, usage: usage) }).markup
        #expect(timed.contains("<p class=\"timing\">Ran in 12.0 ms · processor 10.0 ms · peak memory 2.00 MB</p>"))
    }

    @Test("a value that was not computed shows as an ellipsis")
    func missingValue() {
        let markup = Self.page(.prose("a", "mean % and %", values: ["3.5"])).markup
        #expect(markup.contains("<p>mean 3.5 and …</p>"))
    }

    @Test("prose without a result says nothing of it, code does")
    func absent() {
        #expect(!Self.page(.prose("a", "text").withoutResult).markup.contains("Not run"))
        #expect(Self.page(.code("a", "1").withoutResult).markup.contains("<strong>Not run.</strong>"))
    }

    @Test("footnotes of all cells are gathered at the end and count on")
    func footnotes() {
        let markup = Self.page(.prose("a", "x[^1]\n\n[^1]: One."), .prose("b", "y[^1]\n\n[^1]: Two.")).markup
        #expect(markup.contains("<ol><li id=\"note:1\"><p>One.</p>"))
        #expect(markup.contains("</li><li id=\"note:2\"><p>Two.</p>"))
        #expect(markup.contains("</a></li></ol></div></article>"))
    }

    @Test("the title is the first heading of the first level, else the name of the file")
    func title() {
        #expect(Self.page(.prose("a", "# My *title*\n\ntext")).markup.contains("<title>My title</title>"))
        let untitled = Self.page(.prose("a", "text")).markup
        #expect(untitled.contains("<title>nb</title>"))
        #expect(untitled.contains("<h1>nb</h1>"))
    }

    @Test("raw HTML is in a frame that runs nothing, and only its page allows style attributes")
    func rawMarkup() {
        let raw = Self.page(.code("a", "1", [.html("<b onclick=\"x()\">\"hi\"")])).markup
        #expect(raw.contains("sandbox=\"allow-same-origin\" srcdoc=\""))
        #expect(raw.contains("&lt;b onclick=&quot;x()&quot;&gt;&quot;hi&quot;\""))
        #expect(raw.contains("style-src-attr"))
        #expect(!Self.page(.code("a", "1")).markup.contains("style-src-attr"))
    }
}
