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

    @Test("no source forces a result, branches on the platform, or leaves work for later", arguments: sources)
    func forbidden(file: SourceFile) {
        let forbidden = [/\btry!/, /^\s*#(?:if|else|elseif|endif)\b/, /\b(?:TODO|FIXME|XXX)\b/]
        for (number, line) in file.lines.enumerated() {
            #expect(!forbidden.contains { line.contains($0) }, "\(file.path):\(number + 1): \(line)")
        }
    }
}
