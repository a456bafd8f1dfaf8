import TestSupport
import Testing

@testable import Notebook

@Suite("Fingerprints")
struct FingerprintTests {
    private func fingerprint(_ source: String) -> [UInt8] { CellAnalysis(source: source).fingerprint }

    @Test(
        "layout and comments do not count",
        arguments: [
            ("let a=1", "let a = 1"), ("f(x,y)", "f(\n  x, // first\n  y\n)"), ("a\n  .b()", "a.b()"),
            ("let a = 1\nlet b = 2", "// c\nlet a = 1\n\n\n/* d */ let b = 2 // e"),
            ("if a { b() }", "if a\n{\n\tb()\n}"),
            ("a /* c */ + b", "a + b"), ("/// doc\nfunc f() {}", "func f() {}"),
            ("let s = \"\"\"\n  a\n  \"\"\"", "let s = /* c */ \"\"\"\n  a\n  \"\"\" // d"),
        ])
    func equal(first: String, second: String) {
        #expect(fingerprint(first) == fingerprint(second))
    }

    @Test(
        "whatever can change the program counts",
        arguments: [
            ("a - b", "a -b"), ("f(x)", "f\n(x)"),
            ("let a = 1", "let a = 2"), ("\"a b\"", "\"a  b\""), ("#\"a\"#", "\"a\""), ("'a", "\"a"),
            ("let s = \"\"\"\n  a\n  \"\"\"", "let s = \"\"\"\n   a\n  \"\"\""),
            ("let s = \"\"\"\n  a\\\n  b\n  \"\"\"", "let s = \"\"\"\n  a\n  b\n  \"\"\""),
            ("let s = \"\"\"\n  a\n\n  \"\"\"", "let s = \"\"\"\n  a\n  \"\"\""), ("\"/* a */\"", "\"/* b */\""),
            ("#if A\nf()\n#endif", "#if B\nf()\n#endif"), ("x ? y : z", "x? y : z"),
            ("ab", "a b"), ("a; b", "a\nb"), ("", "f()"),
            ("a\n{ }", "a { }; { }"),
            ("1.5", "1 . 5"), ("a...b", "a... b"), ("let a = b\n[0]", "let a = b[0]"),
            ("#/a b/#", "#/a  b/#"), ("`a`", "a"),
        ])
    func different(first: String, second: String) {
        #expect(fingerprint(first) != fingerprint(second))
    }

    @Test(
        "a cell that asks for its own place counts as written",
        arguments: ["#line", "#column", "f(#function)", "#fileID"])
    func position(literal: String) {
        #expect(CellAnalysis(source: "print(\(literal))").usesPosition)
        #expect(fingerprint("print(\(literal))") != fingerprint("\nprint(\(literal))"))
    }

    @Test("random layout keeps it, any random edit of a token changes it", arguments: 0..<300)
    func edits(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let statements = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            generator.pick(FingerprintTests.statements)
        }
        let plain = statements.map { $0.joined(separator: " ") }.joined(separator: "\n")
        let laidOut = statements.map { layout($0, using: &generator) }.joined(separator: "\n\n  ")
        #expect(fingerprint(plain) == fingerprint(laidOut))

        var edited = statements
        let statement = Int.random(in: edited.indices, using: &generator)
        let token = Int.random(in: edited[statement].indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: edited[statement][token] += "0"
        case 1: edited[statement].remove(at: token)
        default: edited[statement].insert("extra", at: token)
        }
        let other = edited.map { $0.joined(separator: " ") }.joined(separator: "\n")
        #expect(fingerprint(plain) != fingerprint(other))
    }

    private func layout(_ tokens: [String], using generator: inout SplitMix) -> String {
        tokens.reduce(into: "") { text, token in
            text += text.isEmpty ? token : generator.pick([" ", "  ", "\t", " /* c */ ", " // d\n", "\n"]) + token
        }
    }

    /// Pieces that may stand on lines of their own; a call's parenthesis may not.
    private static let statements = [
        ["let", "a", "=", "1"], ["var", "b", ":", "[", "Int", "]", "=", "[", "1", ",", "2", "]"],
        ["func", "f", "(", "x", ":", "Int", ")", "->", "Int", "{", "x", "*", "2", "}"],
        ["for", "i", "in", "0", "..<", "3", "{", "print(", "i", ",", "\"a // b\"", ")", "}"],
        ["struct", "S", "{", "let", "c", ":", "Double", "}"],
        ["if", "a", "==", "1", "{", "g(", ")", "}", "else", "{", "}"],
    ]
}
