import Testing

@testable import flowbook

@Suite("A command line is taken apart")
struct ArgumentParserTests {
    private static let output = Option.text("output", short: "o", value: "DIR", help: "")
    private static let fresh = Option.flag("fresh", short: "f", help: "")
    private static let json = Option.flag("json", short: "j", help: "")
    private static let timeout = Option.seconds("timeout", help: "")
    private static let set = Option.assignments("set", help: "")
    private static let usage = CommandUsage(
        name: "render", summary: "", operands: .init(placeholder: "FILE", allowed: 0...2),
        options: [output.form, fresh.form, json.form, timeout.form, set.form], examples: [])

    private static func parse(_ words: String...) throws(UsageError) -> ParsedArguments {
        try ArgumentParser.parse(words, for: usage)
    }

    @Test(
        "every spelling of an option gives the same value",
        arguments: [["--output", "x"], ["--output=x"], ["-o", "x"], ["-ox"], ["-fox"], ["-o", "y", "--output", "x"]])
    func spellings(words: [String]) throws {
        let parsed = try ArgumentParser.parse(words, for: Self.usage)
        #expect(try parsed.value(Self.output) == "x")
        #expect(parsed.operands.isEmpty)
    }

    @Test("options and operands may stand in any order")
    func order() throws {
        let parsed = try Self.parse("a", "--fresh", "b", "-o", "x")
        #expect(parsed.operands == ["a", "b"])
        #expect(try parsed.value(Self.fresh))
        #expect(try !parsed.value(Self.json))
    }

    @Test("after -- everything is an operand, and so is a lone dash")
    func operands() throws {
        #expect(try Self.parse("--", "--fresh", "-o").operands == ["--fresh", "-o"])
        #expect(try Self.parse("-").operands == ["-"])
    }

    @Test("an option that is left out has no value")
    func absent() throws {
        let parsed = try Self.parse()
        #expect(try parsed.value(Self.output) == nil)
        #expect(try parsed.value(Self.timeout) == nil)
        #expect(try parsed.value(Self.set).isEmpty)
    }

    @Test("an assignment is cut at its first sign")
    func assignments() throws {
        let parsed = try Self.parse("--set", "url=a=b", "--set=empty=")
        #expect(try parsed.value(Self.set) == ["url": "a=b", "empty": ""])
    }

    @Test(
        "a mistake is told apart",
        arguments: [
            (["--outptu", "x"], UsageError.unknownOption("--outptu", command: "render", nearest: "--output")),
            (["--fresh=1"], .unexpectedValue(option: "--fresh", text: "1")),
            (["-x"], .unknownOption("-x", command: "render", nearest: nil)),
            (["--output"], .missingValue(option: "--output", placeholder: "DIR")),
            (["--output", "--fresh"], .missingValue(option: "--output", placeholder: "DIR")),
            (["a", "b", "c"], .unexpectedOperand("c", command: "render")),
        ])
    func mistakes(words: [String], expected: UsageError) {
        #expect(throws: expected) { try ArgumentParser.parse(words, for: Self.usage) }
    }

    @Test("seconds are a number above zero", arguments: ["0", "-1", "nan", "inf", "two", ""])
    func seconds(text: String) throws {
        let parsed = try Self.parse("--timeout=\(text)")
        #expect(throws: UsageError.self) { try parsed.value(Self.timeout) }
    }

    @Test("an assignment needs a name, and each name once")
    func badAssignments() throws {
        for text in ["x", "=1", ""] {
            let parsed = try Self.parse("--set=\(text)")
            #expect(throws: UsageError.invalidValue(option: "--set", text: text, expected: "NAME=VALUE")) {
                try parsed.value(Self.set)
            }
        }
        let twice = try Self.parse("--set=a=1", "--set=a=2")
        #expect(throws: UsageError.repeatedName(option: "--set", name: "a")) { try twice.value(Self.set) }
    }
}
