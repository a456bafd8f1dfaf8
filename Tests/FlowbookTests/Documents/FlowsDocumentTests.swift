import Foundation
import Testing

@Suite("The document of flows says what is so")
struct FlowsDocumentTests {
    @Test("docs/flows.md is what flows --describe prints: renew it with make docs")
    func current() throws {
        let written = try String(contentsOf: SourceFile.root.appendingPathComponent("docs/flows.md"), encoding: .utf8)
        let described = try withTemporaryFolder { try ProgramRun(["flows", "--describe"], in: $0) }
        #expect(described.status == 0 && described.errors.isEmpty)
        #expect(written == described.output, "docs/flows.md is not current: run make docs")
    }
}
