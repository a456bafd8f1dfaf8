import FoundationXML
import Markup
import Testing

@Suite("HTML cannot be unescaped by accident")
struct HTMLTests {
    @Test(
        "text is escaped",
        arguments: [
            ("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"),
            ("it's", "it&#39;s"),
            ("</script><!--", "&lt;/script&gt;&lt;!--"),
            ("&lt;", "&amp;lt;"),
            ("\u{1B}[31m\u{7F}\0", "␛[31m␡␀"),
            ("one\r\ntwo\rthree\r", "one\ntwo␍three␍"),
            ("\u{85}\u{9F}", "\u{FFFD}\u{FFFD}"),
            ("é 漢 🙂\t\n", "é 漢 🙂\t\n"),
            ("", ""),
        ])
    func escaping(text: String, markup: String) {
        #expect(HTML(text: text).markup == markup)
        #expect(HTML("p", ["title": text]).markup == "<p title=\"\(markup)\"></p>")
    }

    @Test(
        "a noncharacter shows as the replacement character", arguments: [0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF] as [UInt32])
    func noncharacters(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        #expect(HTML(text: "a\(scalar)").markup == "a\u{FFFD}")
    }

    @Test("elements nest, void elements stay open, attributes without a value are left out")
    func elements() {
        let html = HTML("ul", ["class": "list", "id": nil]) {
            for item in ["a", "<b>"] { HTML("li") { item } }
            HTML("br")
        }
        #expect(html.markup == "<ul class=\"list\"><li>a</li><li>&lt;b&gt;</li><br></ul>")
    }

    @Test(
        "whatever the text, a parser reads one element, its attribute and its text back",
        arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var letters = Letters(seed: seed)
        let (title, text) = (letters.text(count: 24), letters.text(count: 40))
        let html = HTML("p", ["title": title]) { text }
        let document = try XMLDocument(xmlString: html.markup, options: [.nodePreserveWhitespace])
        let root = try #require(document.rootElement())
        #expect(root.children?.allSatisfy { $0.kind == .text } == true, "seed \(seed)")
        #expect(root.stringValue == text, "seed \(seed)")
        #expect(root.attributes?.map { $0.name } == ["title"], "seed \(seed)")
        #expect(root.attribute(forName: "title")?.stringValue == title, "seed \(seed)")
    }
}
