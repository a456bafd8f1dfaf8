import Testing

@testable import Notebook

@Suite("Warnings of the compiler")
struct CellWarningTests {
    @Test(
        "are about the cell alone, not about how its value would be shown",
        arguments: [
            ("fatalError(\"here\")", []), ("import Glibc\nexit(3)", []),
            ("func stop() -> Never { fatalError() }\nstop()", []),
            ("var changed = 1\nfunc f() {\n    let unused = 1\n}\nfatalError()", ["3"]),
        ] as [(String, [String])])
    func warnings(source: String, lines: [String]) throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let report = try #require(try environment.run("// %% id=\"cell\"\n\(source)").reports.first)
        #expect(report.result.warnings.map { "\($0.line - 1)" } == lines, "\(report.result.warnings)")
    }
}
