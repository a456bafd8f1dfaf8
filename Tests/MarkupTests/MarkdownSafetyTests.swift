import FoundationXML
import Markup
import Testing

@Suite("No Markdown can unbalance a page")
struct MarkdownSafetyTests {
    private static let pieces = [
        "<b>", "</div>", "<script>", "<!--", "-->", "`", "```\n", "~~~\n", "*", "**", "_", "~~", "[", "](", ")", "[^1]",
        "[^1]: ", "\n", "\n\n", "> ", "- ", "1. ", "# ", "| ", "|---|\n", "$", "$$", "\\", "&", "\"", "'", "word ",
        "<a@b.c>",
        "https://x.y ", "![", "javascript:", "\u{F0000}", "\0", "é",
    ]

    /// Elements without an end tag are closed here, since the parser used is one for XML.
    private static func closed(_ markup: String) -> String {
        markup.replacing(/<(br|hr|img[^>]*)>/) { "<\($0.1)/>" }
    }

    @Test("random text gives balanced markup of known elements", arguments: 0..<400 as Range<UInt64>)
    func balanced(seed: UInt64) throws {
        var letters = Letters(seed: seed)
        let text = letters.text(count: 60, of: Self.pieces)
        var slugs = Slugs()
        let formulas = FormulaRenderer { formula throws(FormulaError) in
            throw FormulaError(tex: formula.tex, reason: "not set here")
        }
        let source = MarkdownSource([.markdown(text), .value(text), .markdown(text)])
        let document = MarkdownDocument(source, slugs: &slugs)
        let written = document.written(in: MarkdownContext(formulas: formulas))
        let markup = written.html.markup + HTML.joined(written.notes).markup
        let parsed = try XMLDocument(xmlString: "<r>\(Self.closed(markup))</r>", options: [])
        let unknown = try parsed.nodes(forXPath: "//script | //div[not(@class)] | //b | //@onclick | //@style")
        #expect(unknown.isEmpty, "seed \(seed)")
        let links = try parsed.nodes(forXPath: "//@href").compactMap { $0.stringValue }
        #expect(links.allSatisfy { !$0.hasPrefix("javascript:") }, "seed \(seed)")
    }
}
