import Testing

@testable import flowbook

@Suite("Every command explains itself")
struct HelpTextTests {
    private static let usages = CommandTable.all.map(\.usage)

    @Test("the help names every option and shows an example", arguments: usages.map(\.name))
    func help(name: String) throws {
        let usage = try CommandTable.command(name).usage
        let text = HelpText.command(usage)
        for option in usage.options {
            #expect(text.contains(option.spelling))
            #expect(text.contains(option.help))
        }
        #expect(!usage.examples.isEmpty)
        #expect(usage.examples.allSatisfy { text.contains($0.line) })
    }

    @Test("the examples are command lines that parse", arguments: usages.map(\.name))
    func examples(name: String) throws {
        let usage = try CommandTable.command(name).usage
        for example in usage.examples {
            let words = example.line.split(separator: " ").map(String.init)
            #expect(words.prefix(2) == ["flowbook", name])
            #expect(throws: Never.self) { try ArgumentParser.parse(Array(words.dropFirst(2)), for: usage) }
        }
    }

    @Test("no line is wider than a terminal of 120 columns", arguments: usages.map(\.name))
    func width(name: String) throws {
        let text = HelpText.program(Self.usages) + HelpText.command(try CommandTable.command(name).usage)
        for line in text.split(separator: "\n") {
            #expect(line.count <= 120)
        }
    }

    @Test("long and short options of a command are distinct", arguments: usages.map(\.name))
    func distinct(name: String) throws {
        let options = try CommandTable.command(name).usage.options
        #expect(Set(options.map(\.name)).count == options.count)
        let letters = options.compactMap(\.short)
        #expect(Set(letters).count == letters.count)
    }
}
