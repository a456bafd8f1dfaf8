import Markup
import Testing

@Suite("Highlighting")
struct SwiftHighlighterTests {
    private static func plain(_ source: String) -> String {
        SwiftHighlighter.lines(source).map { line in
            line.markup.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
                .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        }.joined(separator: "\n")
    }

    @Test(
        "tokens have the class of what they are",
        arguments: [
            ("let x = 1", "<span class=\"k\">let</span> x = <span class=\"n\">1</span>"),
            ("// a < b", "<span class=\"c\">// a &lt; b</span>"),
            ("a as Int", "a <span class=\"k\">as</span> <span class=\"t\">Int</span>"),
        ])
    func classes(source: String, expected: String) {
        #expect(SwiftHighlighter.lines(source).map(\.markup) == [expected])
    }

    @Test("a comment over several lines is coloured in each")
    func lines() {
        let lines = SwiftHighlighter.lines("/* a\n\n   b */\nx").map(\.markup)
        #expect(lines == ["<span class=\"c\">/* a</span>", "", "<span class=\"c\">   b */</span>", "x"])
    }

    @Test(
        "colouring keeps every character",
        arguments: [
            "", "\n", "\n\n", "let s = \"\"\"\n  a \\(b + \"c\")\n  \"\"\"", "#\"raw \\#(x)\"#", "let 漢 = \"🙂\" // é",
            "@MainActor func f<T: A & B>(_ x: borrowing T) async throws -> [T?] { }", "#if os(Linux)\n#endif",
            "\"unterminated", "/* open", "}}} )(", "\t  indented\t", "let a = /re.*[gx]/", "<#placeholder#>", "` `",
            "&&",
            "$0 + $1", "\u{FEFF}let x",
        ])
    func exact(source: String) {
        #expect(Self.plain(source) == source)
    }

    @Test("colouring keeps every character of random text", arguments: 0..<200 as Range<UInt64>)
    func random(seed: UInt64) {
        var letters = Letters(seed: seed)
        let source = letters.text(
            count: 40,
            of: [
                "let ", "\"", "\"\"\"", "\\(", ")", "/*", "*/", "//", "\n", "{", "}", "<", "&", "é", "🙂", "#", "x",
                "1.5", " ",
            ])
        #expect(Self.plain(source) == source, "seed \(seed)")
    }
}
