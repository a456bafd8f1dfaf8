import Markup
import Testing

@Suite("Formulas")
struct FormulaTests {
    private static func markup(_ mathML: String) -> String {
        FormulaRenderer { _ throws(FormulaError) in mathML }
            .render(Formula(tex: "x", isDisplayed: false)).html.markup
    }

    @Test(
        "MathML is mended for browsers",
        arguments: [
            ("<mo>-</mo>", "<mo>−</mo>"),
            ("<mn>12</mn><mo>.</mo><mn>5</mn>", "<mn>12.5</mn>"),
            ("<mrow><mn>1</mn><mo>.</mo><mn>5</mn><mi>x</mi></mrow>", "<mrow><mn>1.5</mn><mi>x</mi></mrow>"),
            ("<mi mathvariant=\"double-struck\">R</mi>", "<mi>ℝ</mi>"),
            ("<mi mathvariant=\"double-struck\">A</mi>", "<mi>𝔸</mi>"),
            ("<mi mathvariant=\"bold\">x</mi>", "<mi>𝐱</mi>"),
            ("<mn mathvariant=\"bold\">7</mn>", "<mn>𝟕</mn>"),
            ("<mi mathvariant=\"script\">L</mi>", "<mi>ℒ</mi>"),
            ("<mi mathvariant=\"normal\">∞</mi>", "<mi mathvariant=\"normal\">∞</mi>"),
            (
                "<mover><mi>H</mi><mo accent=\"true\">^</mo></mover>",
                "<mover accent=\"true\"><mi>H</mi><mo accent=\"true\">^</mo></mover>"
            ),
            ("<mtext>a &lt; b &#x26; c</mtext>", "<mtext>a &lt; b &amp; c</mtext>"),
            ("<mspace width=\"0.167em\"/>", "<mspace width=\"0.167em\"></mspace>"),
        ])
    func mending(mathML: String, expected: String) {
        #expect(Self.markup(mathML) == "<math>\(expected)</math>")
    }

    @Test(
        "anything that is not MathML is refused",
        arguments: [
            "<script>x</script>", "<mi>", "</mi>", "<mi onclick=x>y</mi>", "<mi>a</mo>", "<!-- -->", "<mi>&nbsp;</mi>",
            "<annotation-xml><mi>x</mi></annotation-xml>", "<mi a=\"b>x</mi>", "a &",
            String(repeating: "<mrow>", count: 5000) + String(repeating: "</mrow>", count: 5000),
        ])
    func refusals(mathML: String) {
        let (html, problem) = FormulaRenderer { _ throws(FormulaError) in mathML }
            .render(Formula(tex: "a<b", isDisplayed: true))
        #expect(problem != nil)
        #expect(html.markup.hasPrefix("<span class=\"formula-fault displayed\"><code>a&lt;b</code>"))
    }

    @Test(
        "a displayed formula can be broken before its relations, but not within brackets",
        arguments: [
            (
                "<mstyle><mi>H</mi><mo>=</mo><mn>1</mn><mo>=</mo><mn>2</mn></mstyle>",
                " class=\"relations\"><mstyle><mi>H</mi></mstyle><mstyle><mo>=</mo><mn>1</mn></mstyle>"
                    + "<mstyle><mo>=</mo><mn>2</mn></mstyle>"
            ),
            (
                "<mrow><mi>P</mi><mo>(</mo><mi>x</mi><mo>=</mo><mn>1</mn><mo>)</mo></mrow>",
                "><mrow><mi>P</mi><mo>(</mo><mi>x</mi><mo>=</mo><mn>1</mn><mo>)</mo></mrow>"
            ),
            ("<mi>x</mi>", "><mi>x</mi>"),
        ])
    func rows(mathML: String, expected: String) {
        let html = FormulaRenderer { _ throws(FormulaError) in mathML }
            .render(Formula(tex: "x", isDisplayed: true)).html
        #expect(html.markup == "<math display=\"block\"\(expected)</math>")
    }

    @Test("attributes that are not of MathML are dropped")
    func attributes() {
        #expect(
            Self.markup("<mi onclick=\"x()\" style=\"y\" mathcolor=\"#ff0000\">a</mi>")
                == "<math><mi mathcolor=\"#ff0000\">a</mi></math>")
    }
}
