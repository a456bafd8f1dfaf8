import Markup
import Testing

@testable import Notebook

@Suite("Formulas through blahtexml")
struct BlahtexTests {
    private static let blahtex = Blahtex(path: "/usr/bin/blahtexml")

    private static func markup(_ tex: String, isDisplayed: Bool = false) -> String {
        FormulaRenderer(convert: blahtex.mathML).render(Formula(tex: tex, isDisplayed: isDisplayed)).html.markup
    }

    @Test(
        "common notation is set",
        arguments: [
            ("x^2", "<math><msup><mi>x</mi><mn>2</mn></msup></math>"),
            (
                "\\tfrac12",
                "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>"
            ),
            ("\\mathbb{R}", "<math><mi>ℝ</mi></math>"),
            ("0.05", "<math><mrow><mn>0.05</mn></mrow></math>"),
            ("\\frac{a}{b}", "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>"),
        ])
    func notation(tex: String, expected: String) {
        #expect(Self.markup(tex) == expected)
    }

    @Test("a displayed sum has its limits above and below")
    func limits() {
        let markup = Self.markup("\\sum_{i=1}^n p_i", isDisplayed: true)
        #expect(markup.hasPrefix("<math display=\"block\">"))
        #expect(markup.contains("<munderover>"))
        #expect(markup.contains("displaystyle=\"true\""))
        #expect(Self.markup("x\\tfrac12", isDisplayed: true).contains("<mstyle displaystyle=\"false\"><mfrac>"))
    }

    @Test(
        "a fault names the formula and the reason",
        arguments: [
            ("\\foo", "Unrecognised command \"\\foo\""), ("\\text{a & b}", "The command \"&\" is illegal in text mode"),
        ])
    func faults(tex: String, reason: String) throws {
        let error = try #require(throws: FormulaError.self) {
            try Self.blahtex.mathML(for: Formula(tex: tex, isDisplayed: false))
        }
        #expect(error.tex == tex)
        #expect(error.reason.hasPrefix(reason))
    }

    @Test("a missing program is told with the remedy")
    func missing() throws {
        let error = try #require(throws: FormulaError.self) {
            try Blahtex(path: "/nonexistent/blahtexml").mathML(for: Formula(tex: "x", isDisplayed: false))
        }
        #expect(error.reason == "/nonexistent/blahtexml cannot be started; install it with `apt-get install blahtexml`")
    }
}
