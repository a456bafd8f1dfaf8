import TestSupport

extension SplitMix {
    /// One of the elements of a list that is not empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: elements.indices, using: &self)]
    }
}

/// Texts made of the pieces that a notebook's grammar treats specially.
enum RandomTexts {
    private static let pieces = [
        "// %%", "// %%% ", " [markdown]", " [parameters]", " id=\"a\"", " fold=true", "=", "{", "\n", "\r\n", "\r",
        "\n\n",
        "\"", "\"\"\"", "#\"", "\"#", "#\"\"\"", "\\(", ")", "(", "\\", "/*", "*/", "//", "#/", "/#", "`", "```", "~~~",
        " ",
        "\t", "é", "😀", "let x = 1", "x", "import Foundation", "{ }", "\u{0}", "%", "#!", "\u{FEFF}", "@", "#if", "$0",
        "'",
    ]

    static func text(using generator: inout SplitMix) -> String {
        (0..<Int.random(in: 0...60, using: &generator)).map { _ in generator.pick(pieces) }.joined()
    }

    /// A well-formed notebook whose cells are known beforehand.
    static func notebook(using generator: inout SplitMix) -> String {
        let codes = [
            "let a = 1", "print(\"// %%\")", "/* \n// %% no\n */ f()", "let s = \"\"\"\n// %% no\n\"\"\"", "",
            "  x\n\n  y",
        ]
        let options = [
            "", " timeout=2", " fold=true tags=[\"a\",\"b\"]", " caption=\"=\\\"{\"", " hide=\"all\" cache=false",
        ]
        let titles = ["", " One", " Two words", " Ünder [3..4]", " 10 %"]
        let cells = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
            let isProse = Bool.random(using: &generator)
            let marker = "// %%" + generator.pick(["", "%"]) + generator.pick(titles) + (isProse ? " [markdown]" : "")
            let body =
                isProse
                ? generator.pick(["// a \\(x) b\n", "/*\nw `\\(` \\(f(1), g: 2)\n*/\n", ""]) : generator.pick(codes)
            return marker + generator.pick(options) + generator.pick(["\n", "\n\n"]) + body
                + generator.pick(["\n", "\n\n\n"])
        }
        return cells.joined()
    }
}
