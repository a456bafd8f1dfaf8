import Testing

@Suite("The house rules that the formatter does not know")
struct HouseRulesTests {
    private static let sources = SourceFile.all(below: "Sources")
    private static let files = sources + SourceFile.all(below: "Tests")

    @Test("the sources are found")
    func found() {
        #expect(Self.sources.count > 20)
        #expect(Self.files.contains { $0.path.hasSuffix("HouseRulesTests.swift") })
    }

    @Test("a file has at most 400 lines", arguments: files)
    func length(file: SourceFile) {
        #expect(file.lines.count <= 400)
    }

    @Test("a line of a comment has at most 120 characters", arguments: files)
    func comments(file: SourceFile) {
        for (number, line) in file.lines.enumerated() where line.utf8.count > 120 && line.count > 120 {
            let text = line.drop { $0 == " " }
            // The marker of a cell cannot be wrapped.
            #expect(!text.hasPrefix("//") || text.hasPrefix("// %%"), "\(file.path):\(number + 1): wrap the comment")
        }
    }

    @Test("no source forces an optional or a cast", arguments: sources)
    func forced(file: SourceFile) {
        for (number, line) in file.lines.enumerated() where line.utf8.contains(UInt8(ascii: "!")) {
            #expect(!Self.forces(line), "\(file.path):\(number + 1): \(line)")
        }
    }

    @Test(
        "what forces is recognised, and negations, comparisons, quotations and comments are not",
        arguments: [
            ("let a = b!", true), ("f(b[0]!.c)", true), ("x()!", true), ("let a = b as! Int", true),
            ("guard !a, b != c else { return }", false), ("print(\"a!\")", false), ("    // so it ends!", false),
        ])
    func forcing(line: String, isForced: Bool) {
        #expect(Self.forces(line[...]) == isForced)
    }

    private static func forces(_ line: Substring) -> Bool {
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { return false }
        return line.replacing(/"[^"]*"/, with: "").contains(/[\w)\]]!(?!=)/)
    }

    @Test("no source forces a result, branches on the platform, or leaves work for later", arguments: sources)
    func forbidden(file: SourceFile) {
        let forbidden = [/\btry!/, /^\s*#(?:if|else|elseif|endif)\b/, /\b(?:TODO|FIXME|XXX)\b/]
        for (number, line) in file.lines.enumerated() {
            #expect(!forbidden.contains { line.contains($0) }, "\(file.path):\(number + 1): \(line)")
        }
    }
}
