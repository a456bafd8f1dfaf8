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

    @Test("every command line in the README's table of what to write is one")
    func lines() throws {
        let lines = try Self.document("README.md").matches(of: /\n\| [^`|]+ \| `flowbook (?<words>[^`]+)` \|/)
        #expect(lines.count > 10)
        for line in lines {
            // Within quotes no line has more than words and spaces.
            let parts = line.words.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            let words = parts.flatMap { place, part in
                place.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
            }
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

    @Test("every line of the README's table of what a cell can show shows just that, and no kind is missing")
    func showing() throws {
        let part = try #require(try Self.document("README.md").split(separator: "## What a cell can show").last)
        let section = part.prefix(upTo: part.firstRange(of: "\n## ")?.lowerBound ?? part.endIndex)
        let rows = section.matches(of: /\n\| [^|]+ \| `(?<code>[^`]+)` \|/).map { String($0.code) }
        let values = section.matches(of: /`(?<name>\w+)` is `(?<value>[^`]+)`/).map { "let \($0.name) = \($0.value)\n" }
        let start = "// %%\nimport NotebookDisplay\nlet bytes = [UInt8](repeating: 0, count: 9)\n\(values.joined())"
        let cells = rows.enumerated().map { "// %% id=\"row\($0)\"\n\($1)\n" }
        let project = try SmallProject(["01-all": ([start] + cells).joined(separator: "\n")])
        let shown = try project.run("run", "01", "--json").json()["notebooks"][0]["cells"].list.dropFirst()
        for (cell, code) in zip(shown, rows) { #expect(cell["status"].text == "ran", "\(code)") }
        let outputs = shown.flatMap(\.["outputs"].list)
        let kinds = ["bytes", "formula", "html", "image", "markdown", "plot", "stdout", "summary", "table", "text"]
        #expect(Set(outputs.compactMap { $0["type"].text }).sorted() == kinds)
        let marks = outputs.flatMap(\.["panels"].list).flatMap(\.["series"].list).compactMap { $0["kind"].text }
        let names = [
            "bars", "box", "errorBars", "heatMap", "histogram", "line", "markedLine", "note", "points", "ribbon",
            "rule",
            "span", "step",
        ]
        #expect(Set(marks).sorted() == names)
    }

    @Test("the documents name the toolchain by the version that the package asks for")
    func toolchain() throws {
        let package = try Self.document("Package.swift")
        let oldest = try #require(try /swift-tools-version: (?<version>\d+\.\d+)\n/.firstMatch(in: package)).version
        for name in Self.documents {
            for match in try Self.document(name).matches(of: /Swift (?<version>\d+\.\d+)/) {
                #expect(match.version == oldest, "\(name)")
            }
        }
        #expect(try !Self.document("Scripts/check-toolchain").contains(/\d\.\d/))
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
        let files = ["Sources", "Tests", "Benchmarks"].flatMap(SourceFile.all)
        let texts = try files.flatMap(\.lines) + files.map { $0.path[...] } + [Self.document("Package.swift")[...]]
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
