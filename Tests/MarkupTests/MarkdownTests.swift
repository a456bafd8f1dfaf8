import Markup
import Testing

@Suite("Markdown")
struct MarkdownTests {
    private static func html(_ source: MarkdownSource, headingShift: Int = 0) -> (markup: String, problems: [String]) {
        var slugs = Slugs()
        let formulas = FormulaRenderer { formula throws(FormulaError) in
            if formula.tex.contains("\\foo") { throw FormulaError(tex: formula.tex, reason: "unknown command") }
            return "<mi>\(formula.tex.filter { $0.isLetter || $0.isNumber })</mi>"
        }
        let context = MarkdownContext(headingShift: headingShift, anchorPrefix: "n/", formulas: formulas) { address in
            switch address {
            case "#fig:a": .place(address: "#n/fig:a", label: "Figure 1")
            case let other where other.hasPrefix("#"): .unknown("no such place")
            default: .ordinary
            }
        }
        let written = MarkdownDocument(source, slugs: &slugs).written(in: context)
        return (written.html.markup, written.problems)
    }

    @Test(
        "blocks",
        arguments: [
            ("One\ntwo", "<p>One\ntwo</p>"),
            ("# A *b*", "<h1 id=\"n/a-b\">A <em>b</em></h1>"),
            ("# A\n# A", "<h1 id=\"n/a\">A</h1><h1 id=\"n/a-2\">A</h1>"),
            ("> q", "<blockquote><p>q</p></blockquote>"),
            ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
            ("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"),
            ("3. a\n4. b", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
            ("---", "<hr>"),
            ("```\na < b\n```", "<pre class=\"listing\"><code>a &lt; b</code></pre>"),
            ("```swift\nlet\n```", "<pre class=\"listing\"><code><span class=\"k\">let</span></code></pre>"),
            (
                "- [x] a",
                "<ul><li class=\"task\"><span role=\"img\" aria-label=\"done:\">☑ </span>a</li></ul>"
            ),
        ])
    func blocks(markdown: String, expected: String) {
        #expect(Self.html(MarkdownSource(markdown)).markup == expected)
    }

    @Test("a table has a head with scopes and aligned cells")
    func table() {
        let markup = Self.html(MarkdownSource("| a | b |\n|---|--:|\n| 1 | *2* |")).markup
        #expect(
            markup.contains("<thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr></thead>"))
        #expect(markup.contains("<tbody><tr><td>1</td><td class=\"right\"><em>2</em></td></tr></tbody>"))
    }

    @Test(
        "a table is named after its heads, so that two of a page can be told apart",
        arguments: [("| *a* | | b |\n|---|---|---|", "Table: a, b"), ("| | |\n|---|---|", "Table")])
    func tableNames(source: String, name: String) {
        #expect(Self.html(MarkdownSource(source)).markup.contains("aria-label=\"\(name)\""))
    }

    @Test(
        "pieces of a paragraph",
        arguments: [
            ("**a** ~~b~~ `c<d`", "<strong>a</strong> <del>b</del> <code>c&lt;d</code>"),
            ("a  \nb", "a<br>b"),
            ("[a](https://x.org)", "<a href=\"https://x.org\" rel=\"external\">a</a>"),
            ("[a](b.html \"t\")", "<a href=\"b.html\" title=\"t\">a</a>"),
            ("https://x.org", "<a href=\"https://x.org\" rel=\"external\">https://x.org</a>"),
            (
                "`render --set a=1 - b`",
                "<code>render <span class=\"tie\">--set</span> a=1 - b</code>"
            ),
            ("[](#fig:a)", "<a href=\"#n/fig:a\">Figure 1</a>"),
            ("[it](#fig:a)", "<a href=\"#n/fig:a\">it</a>"),
            ("a <b>b</b>", "a &lt;b&gt;b&lt;/b&gt;"),
            ("a <!-- hidden --> b", "a  b"),
            ("\"a\" -- it's", "“a” – it’s"),
            ("![dot](data:image/png;base64,AA==)", "<img src=\"data:image/png;base64,AA==\" alt=\"dot\">"),
        ])
    func inlines(markdown: String, expected: String) {
        let (markup, problems) = Self.html(MarkdownSource(markdown))
        #expect(markup == "<p>\(expected)</p>")
        #expect(problems.isEmpty)
    }

    @Test(
        "what cannot be shown is seen in its place and told",
        arguments: [
            ("[a](javascript:alert(1))", "a", "link to \"javascript:alert(1)\""),
            ("[a](#none)", "a", "link to \"#none\": no such place"),
            ("[](#none)", "#none", "link to \"#none\": no such place"),
            ("![map](map.png)", "[picture: map]", "picture \"map.png\": a page fetches nothing"),
            ("$\\foo$", "\\foo", "formula \"\\foo\": unknown command"),
        ])
    func problems(markdown: String, seen: String, told: String) {
        let (markup, problems) = Self.html(MarkdownSource(markdown))
        #expect(markup.contains(seen))
        #expect(!markup.contains("<a "))
        #expect(!markup.contains("<img"))
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix(told) == true)
    }

    @Test(
        "formulas stand between dollars, money and code do not",
        arguments: [
            ("$x$", "<math><mi>x</mi></math>"),
            ("a $x_1 * y_1$ b", "a <math><mi>x1y1</mi></math> b"),
            ("a $x$; b", "a <span class=\"tie\"><math><mi>x</mi></math>;</span> b"),
            ("**$x$**", "<strong><math><mi>x</mi></math></strong>"),
            ("$5 and $6", "$5 and $6"),
            ("`$x$`", "<code>$x$</code>"),
            ("`$HOME` and `$PATH`", "<code>$HOME</code> and <code>$PATH</code>"),
            ("\\$x\\$", "$x$"),
            ("$ x $", "$ x $"),
            ("a $x", "a $x"),
            ("a $$y$$ b", "a <span class=\"formula\"><math display=\"block\"><mi>y</mi></math></span> b"),
        ])
    func formulas(markdown: String, expected: String) {
        #expect(Self.html(MarkdownSource(markdown)).markup == "<p>\(expected)</p>")
    }

    @Test("a displayed formula alone in its paragraph stands by itself, over several lines too")
    func displayedFormula() {
        let markup = Self.html(MarkdownSource("$$\na\nb\n$$")).markup
        #expect(markup == "<div class=\"formula\"><math display=\"block\"><mi>ab</mi></math></div>")
    }

    @Test("dollars in fenced code are code")
    func fencedDollars() {
        let markup = Self.html(MarkdownSource("~~~\n$a$\n~~~\n\n$b$")).markup
        #expect(markup == "<pre class=\"listing\"><code>$a$</code></pre><p><math><mi>b</mi></math></p>")
    }

    @Test(
        "a value is text wherever it stands",
        arguments: [
            ("", "", "*1*", "<p>*1*</p>"),
            ("a ", "", "<script>", "<p>a &lt;script&gt;</p>"),
            ("**", "**", "2 | 3", "<p><strong>2 | 3</strong></p>"),
            ("`", "`", "`x`", "<p><code>`x`</code></p>"),
            ("# ", "", "T", "<h1 id=\"n/t\">T</h1>"),
            ("$x = ", "$", "7", "<p><math><mi>x7</mi></math></p>"),
            ("", "", "\n\n# not a heading", "<p>\n\n# not a heading</p>"),
            ("\u{F0000}", "", "v", "<p>\u{F0000}v</p>"),
        ])
    func values(before: String, after: String, value: String, expected: String) {
        let source = MarkdownSource([.markdown(before), .value(value), .markdown(after)])
        #expect(Self.html(source).markup == expected)
    }

    @Test("headings sink by the shift and stop at the sixth level")
    func headingShift() {
        #expect(Self.html(MarkdownSource("## a"), headingShift: 1).markup == "<h3 id=\"n/a\">a</h3>")
        #expect(Self.html(MarkdownSource("###### a"), headingShift: 1).markup == "<h6 id=\"n/a\">a</h6>")
    }

    @Test("a footnote is linked both ways, counts on, and every use has its own anchor")
    func footnotes() {
        var slugs = Slugs()
        let formulas = FormulaRenderer { _ throws(FormulaError) in "" }
        let context = MarkdownContext(anchorPrefix: "n/", notesBefore: 2, formulas: formulas)
        let written = MarkdownDocument(MarkdownSource("a[^n] b[^n]\n\n[^n]: Note."), slugs: &slugs).written(in: context)
        let markup = written.html.markup
        #expect(markup.contains("<a id=\"n/note:3-back\" href=\"#n/note:3\" aria-label=\"Footnote 3\">3</a>"))
        #expect(markup.contains("<a id=\"n/note:3-back-2\" href=\"#n/note:3\""))
        #expect(written.notes.count == 1)
        #expect(written.notes[0].markup.hasPrefix("<li id=\"n/note:3\"><p>Note.</p><a href=\"#n/note:3-back\""))
    }

    @Test("deep nesting is flattened, not followed", arguments: [">", "- ", "*a **"])
    func deepNesting(mark: String) {
        let markup = Self.html(MarkdownSource(String(repeating: mark, count: 5000) + "end")).markup
        #expect(markup.utf8.count < 2_000_000)
    }

    @Test("a title at the start can be taken off")
    func title() throws {
        var slugs = Slugs()
        let document = MarkdownDocument(MarkdownSource("# A $x$\n\nrest"), slugs: &slugs)
        let (title, rest) = try #require(document.splitAtTitle())
        let context = MarkdownContext(formulas: FormulaRenderer { _ throws(FormulaError) in "<mi>x</mi>" })
        #expect(title.written(in: context).html.markup == "<h1 id=\"a-x\">A <math><mi>x</mi></math></h1>")
        #expect(rest.written(in: context).html.markup == "<p>rest</p>")
        #expect(rest.headings.isEmpty)
        #expect(MarkdownDocument(MarkdownSource("## B"), slugs: &slugs).splitAtTitle() == nil)
        #expect(MarkdownDocument(MarkdownSource("# *C[^1]*\n\n[^1]: d"), slugs: &slugs).splitAtTitle() == nil)
    }
}
