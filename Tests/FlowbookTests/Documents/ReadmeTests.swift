import Foundation
import Testing

@testable import Notebook
@testable import flowbook

@Suite("The documents say what is so")
struct ReadmeTests {
    @Test("the README shows the notebook that new writes")
    func notebook() throws {
        let text = try NewNotebook("port-scans", existing: []).text
        #expect(try Self.document("README.md").contains("```swift\n\(text)```"))
    }

    @Test("the README has an example of every command, and each is one")
    func commands() throws {
        let examples = try Self.document("README.md").matches(of: /\n\| `flowbook (?<words>[^`]+)` \|/)
            .map { $0.words.split(separator: " ").map(String.init) }
        #expect(Set(examples.map { $0[0] }) == Set(CommandTable.all.map(\.usage.name)))
        for words in examples {
            let usage = try CommandTable.command(words[0]).usage
            #expect(throws: Never.self, "\(words)") { try ArgumentParser.parse(Array(words.dropFirst()), for: usage) }
        }
    }

    @Test("every option of the README's table is one, and none is missing")
    func options() throws {
        let rows = try Self.document("README.md").matches(of: /\n\| `(?<name>\w+)=(?<value>[^`]+)` \|/)
        #expect(Set(rows.map { String($0.name) }) == Set(OptionTable.names))
        for row in rows {
            let text = "// %% Title \(row.name)=\(row.value)\n1\n"
            #expect(throws: Never.self, "\(text)") { try Notebook(parsing: text, name: "table") }
        }
    }

    @Test("every make target that the documents name exists", arguments: documents)
    func targets(name: String) throws {
        let makefile = try Self.document("Makefile")
        for match in try Self.document(name).matches(of: /`make (?<target>[a-z]+)/) {
            #expect(makefile.contains("\n\(match.target):"), "\(name) names make \(match.target)")
        }
    }

    @Test("every file and folder that the documents link or map is there", arguments: documents)
    func paths(name: String) throws {
        let text = try Self.document(name)
        let linked = text.matches(of: /\]\((?<path>[A-Z][^)#:]*)\)/).map { String($0.path) }
        let mapped = text.matches(of: /\| `(?<path>[A-Z]\w+\/[^`]*)` \|/).map { String($0.path) }
        for path in linked + mapped {
            #expect(
                FileManager.default.fileExists(atPath: SourceFile.root.appendingPathComponent(path).path), "\(path)")
        }
    }

    @Test("every type, file and target that the architecture names is in the sources")
    func names() throws {
        let files = SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
        let texts = files.flatMap(\.lines) + files.map { $0.path[...] }
        let words = Set(texts.flatMap { $0.split { !$0.isLetter && !$0.isNumber && $0 != "_" } })
        let names = try Self.document("ARCHITECTURE.md").matches(of: /`(?<name>[A-Z][A-Za-z]+)[`.]/).map(\.name)
        #expect(names.count > 50)
        for name in names { #expect(words.contains(name), "ARCHITECTURE.md names \(name)") }
    }

    private static let documents = ["README.md", "ARCHITECTURE.md", "BUILD.md"]

    private static func document(_ name: String) throws -> String {
        try String(contentsOf: SourceFile.root.appendingPathComponent(name), encoding: .utf8)
    }
}
