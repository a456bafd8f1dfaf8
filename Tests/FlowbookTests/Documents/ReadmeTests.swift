import Foundation
import Testing

@testable import flowbook

@Suite("The documents say what is so")
struct ReadmeTests {
    @Test("the README shows the notebook that new writes")
    func notebook() throws {
        let text = try NewNotebook("port-scans", existing: []).text
        #expect(try Self.document("README.md").contains("```swift\n\(text)```"))
    }

    @Test("every command line of the README is one")
    func commands() throws {
        let lines = try Self.document("README.md").split(separator: "\n").filter { $0.hasPrefix("flowbook ") }
        #expect(lines.count > 5)
        for line in lines {
            let words = line.prefix { $0 != "\t" }.components(separatedBy: "  ")[0].split(separator: " ").map(
                String.init)
            let usage = try CommandTable.command(words[1]).usage
            #expect(throws: Never.self, "\(line)") { try ArgumentParser.parse(Array(words.dropFirst(2)), for: usage) }
        }
    }

    @Test("every make target that the documents name exists", arguments: ["README.md", "BUILD.md"])
    func targets(name: String) throws {
        let makefile = try Self.document("Makefile")
        for match in try Self.document(name).matches(of: /`make (?<target>[a-z]+)/) {
            #expect(makefile.contains("\n\(match.target):"), "\(name) names make \(match.target)")
        }
    }

    @Test("every file and folder that the README links or maps is there")
    func paths() throws {
        let text = try Self.document("README.md")
        let linked = text.matches(of: /\]\((?<path>[A-Za-z][^)#:]*)\)/).map { String($0.path) }
        let mapped = text.matches(of: /\| `(?<path>(?:Sources|Benchmarks)[^`]*)` \|/).map { String($0.path) }
        #expect(!linked.isEmpty && !mapped.isEmpty)
        for path in linked + mapped {
            #expect(
                FileManager.default.fileExists(atPath: SourceFile.root.appendingPathComponent(path).path), "\(path)")
        }
    }

    private static func document(_ name: String) throws -> String {
        try String(contentsOf: SourceFile.root.appendingPathComponent(name), encoding: .utf8)
    }
}
