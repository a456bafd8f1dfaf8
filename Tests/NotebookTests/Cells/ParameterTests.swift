import SwiftParser
import SwiftSyntax
import TestSupport
import Testing

@testable import Notebook

@Suite("Parameters")
struct ParameterTests {
    private func notebook(_ source: String) throws -> Notebook {
        try Notebook(parsing: "// %% [parameters]\n\(source)\n// %% Use\nf()\n", name: "n.swift")
    }

    @Test(
        "are the declared values with a type that text can be read as",
        arguments: [
            ("let a = 1", "Int"), ("var a = -1.5", "Double"), ("let a = true", "Bool"), ("let a = \"x\"", "String"),
            ("let a: Double = 1", "Double"), ("let a: String? = nil", "String?"), ("let a: [Int] = []", "[Int]"),
            ("let a = [\"x\", \"y\"]", "[String]"), ("let a: [Double?]? = nil", "[Double?]?"),
            ("let a = [[1], [2]]", "[[Int]]"),
            ("let a = f()", nil), ("let a: Date = x", nil), ("let a: Int", nil), ("var a: Int { 1 }", nil),
            ("let (a, _) = (1, 2)", nil),
            ("let a = []", nil), ("let a = [1, \"x\"]", nil), ("let a: [String: Int] = [:]", nil),
            ("let a = 1 + 2", nil),
        ])
    func kinds(source: String, expected: String?) throws {
        let parameters = try notebook(source).parameters
        #expect(parameters.map(\.name) == ["a"])
        #expect(parameters.first?.kind?.description == expected)
    }

    @Test("are found only in parameters cells, with their places and defaults")
    func places() throws {
        let text = "// %% [parameters]\n\n// How many\nlet windows = 100, flows = f(1)\n// %% Other\nlet x = 1\n"
        let parameters = try Notebook(parsing: text, name: "n.swift").parameters
        #expect(parameters.map(\.name) == ["windows", "flows"])
        #expect(parameters.map(\.defaultSource) == ["100", "f(1)"])
        #expect(parameters.map(\.place.description) == ["n.swift:4:5", "n.swift:4:20"])
    }

    @Test(
        "take text as a literal of their type",
        arguments: [
            ("let a = 1", "-7", "let a = -7"), ("let a = 1.5", "5", "let a = 5.0"),
            ("let a: Double = 1", "1e300", "let a: Double = 1e+300"),
            ("let a = true // why", "false", "let a = false // why"),
            ("let a = \"x\", b = 2", "y z", "let a = \"y z\", b = 2"),
            ("let a: String? = nil", "trace.pcap", "let a: String? = \"trace.pcap\""),
            ("let a: Int? = 1", "nil", "let a: Int? = nil"),
            ("let a: String? = \"x\"", "", "let a: String? = \"\""), ("let a: [Int] = [1]", "[]", "let a: [Int] = []"),
            ("let a = [1]", "[]", "let a = [] as [Int]"),
            ("let a = [1.5]", "[1, -2e3]", "let a = [1.0, -2000.0] as [Double]"),
            ("let a: [String?] = []", "[\"x\", null]", "let a: [String?] = [\"x\", nil]"),
            ("let a = [\n    1,\n    2,\n]\nlet b = 3", "[4]", "let a = [4] as [Int]\n\n\n\nlet b = 3"),
            ("let `a` = 1", "2", "let `a` = 2"),
        ])
    func setting(source: String, value: String, expected: String) throws {
        #expect(try notebook(source).setting(["a": value]).cells[0].source == expected)
    }

    @Test("several are set at once, and nothing else changes")
    func several() throws {
        let notebook = try notebook("let a = 1\nlet b = \"é\", c = 2.5")
        let changed = try notebook.setting(["a": "2", "c": "3"])
        #expect(changed.cells[0].source == "let a = 2\nlet b = \"é\", c = 3.0")
        #expect(changed.cells[1] == notebook.cells[1])
        #expect(try notebook.setting([:]) == notebook)
    }

    @Test(
        "refuse what is no value of theirs, and say what is",
        arguments: [
            ("let windows = 1", "windws", "2", "unknown parameter 'windws'; did you mean 'windows'?"),
            ("let windows = 1, b = 2", "x", "2", "unknown parameter 'x'; the parameters are windows, b"),
            ("let a = 1", "a", "1.5", "'1.5' is no value for 'a', which n.swift:2:5 declares as Int; write 10"),
            (
                "let a = 1", "a", "99999999999999999999",
                "'99999999999999999999' is out of range for 'a', which n.swift:2:5 declares as Int; "
                    + "write a number from -9223372036854775808 to 9223372036854775807"
            ),
            (
                "let a: Double? = nil", "a", "-1e999",
                "'-1e999' is out of range for 'a', which n.swift:2:5 declares as Double?; "
                    + "write a number from -1.7e308 to 1.7e308"
            ),
            (
                "let a = 1", "a", "1; exit(1)",
                "'1; exit(1)' is no value for 'a', which n.swift:2:5 declares as Int; write 10"
            ),
            ("let a = 1.5", "a", "nan", "'nan' is no value for 'a', which n.swift:2:5 declares as Double; write 0.5"),
            (
                "let a = true", "a", "yes",
                "'yes' is no value for 'a', which n.swift:2:5 declares as Bool; write true or false"
            ),
            ("let a: Int? = 1", "a", "", "'' is no value for 'a', which n.swift:2:5 declares as Int?; write nil or 10"),
            (
                "let a = [1]", "a", "1,2",
                "'1,2' is no value for 'a', which n.swift:2:5 declares as [Int]; write a list such as [10]"
            ),
            (
                "let a = [1]", "a", "[1.5]",
                "'[1.5]' is no value for 'a', which n.swift:2:5 declares as [Int]; write a list such as [10]"
            ),
            (
                "let a = [\"x\"]", "a", "[y]",
                "'[y]' is no value for 'a', which n.swift:2:5 declares as [String]; write [\"a\", \"b\"]"
            ),
            (
                "let a = f()", "a", "1",
                "'a', which n.swift:2:5 declares, cannot be set; "
                    + "give it a default, and a type of Int, Double, Bool, String, optionals or lists of them"
            ),
        ])
    func refusals(source: String, name: String, value: String, expected: String) throws {
        let notebook = try notebook(source)
        let error = #expect(throws: ParameterError.self) { try notebook.setting([name: value]) }
        #expect(error?.description == expected)
    }

    @Test("a notebook without parameters says so")
    func none() throws {
        let notebook = try Notebook(parsing: "let a = 1", name: "n")
        let error = #expect(throws: ParameterError.self) { try notebook.setting(["a": "1"]) }
        #expect(error?.description == "unknown parameter 'a'; the notebook has no cell with [parameters]")
    }

    @Test("no text becomes code: the literal holds exactly the given text", arguments: 0..<200)
    func injection(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let text = RandomTexts.text(using: &generator) + "\"\\(exit(1))\u{2028}\r\n"
        let source = try notebook("let a = \"x\"\nlet b = 1").setting(["a": text]).cells[0].source
        #expect(source.utf8.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        let literal = try #require(Parser.parse(source: source).firstLiteral)
        #expect(literal.representedLiteralValue == text)
        let analysis = CellAnalysis(source: source)
        #expect(analysis.declarations.map(\.name) == ["a", "b"])
        #expect(analysis.mentions == Mentions())
    }
}

extension SyntaxProtocol {
    fileprivate var firstLiteral: StringLiteralExprSyntax? {
        for child in children(viewMode: .sourceAccurate) {
            if let literal = child.as(StringLiteralExprSyntax.self) ?? child.firstLiteral { return literal }
        }
        return nil
    }
}
