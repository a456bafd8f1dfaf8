import Testing

@testable import Notebook

@Suite("Prose")
struct ProseTests {
    private func prose(_ body: String) throws -> [ProseSegment] {
        try Notebook(parsing: "// %% [markdown]\n\(body)\n", name: "n").cells[0].prose
    }

    @Test(
        "is what the comment marks leave",
        arguments: [
            ("// # A\n//\n//  b\n//c", "# A\n\n b\nc"),
            ("// a\n\n  // b", "a\n\nb"),
            ("/*\n# A\n  b\n*/", "# A\n  b"),
            ("/* a */", " a"),
            ("/* a /* b */ c\n*/\n", " a /* b */ c"),
            ("/*\n\\\\(x) \\` and \\*\n*/", "\\\\(x) \\` and \\*"),
        ])
    func text(body: String, expected: String) throws {
        #expect(try prose(body) == [.text(expected)])
    }

    @Test("an empty cell has none", arguments: ["", "/* */", "//", "/**/"])
    func empty(body: String) throws {
        #expect(try prose(body).isEmpty)
    }

    @Test(
        "values are cut out with the place of their source",
        arguments: [
            ("/*\nmean \\(a.mean, format: .bits)\n*/", "a.mean, format: .bits", 3, 8),
            ("// é \\(x)", "x", 2, 9),
            ("//\n// \\(f(\")\", (1, 2)))", "f(\")\", (1, 2))", 3, 6),
            ("/* \\(\"a\\(\")\")b\") */", "\"a\\(\")\")b\"", 2, 6),
            ("/* \\(f(\n1)) */", "f(\n1)", 2, 6),
            ("// `code` ` \\(x)", "x", 2, 15),
            ("// ``a`` \\` \\(x) `", "x", 2, 15),
            ("// ```\n// \\(no)\n// ```\n// \\(x)", "x", 5, 6),
            ("// `open\n//\n// \\(x) close`", "x", 4, 6),
        ])
    func value(body: String, source: String, line: Int, column: Int) throws {
        let values = try prose(body).filter { if case .value = $0 { true } else { false } }
        #expect(values == [.value(source: source, line: line, column: column)])
    }

    @Test(
        "code spans and fences are left alone",
        arguments: [
            "`\\(x)`", "``a ` \\(x)``", "`two\nlines \\(x)`", "```swift\n\\(x)\n```", "~~~\n\\(x)\n```\n\\(y)\n~~~~",
            "- ```\n  \\(x)\n  ```", "> ```\n> \\(x)\n> ```", "```\n\\(never closed", "1. ````\n```\n\\(x)\n````",
        ])
    func code(markdown: String) throws {
        #expect(try prose("/*\n\(markdown)\n*/") == [.text(markdown)])
    }

    @Test("text and values alternate in the order of the prose")
    func order() throws {
        #expect(
            try prose("// a\\(x)\\(y) b") == [
                .text("a"), .value(source: "x", line: 2, column: 7), .value(source: "y", line: 2, column: 11),
                .text(" b"),
            ])
    }
}
