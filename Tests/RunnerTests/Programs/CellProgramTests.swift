import Foundation
import NotebookDisplay
import Testing

@testable import Notebook

@Suite("A cell that starts a program")
struct CellProgramTests {
    @Test("finds the program that runs it, whatever the caller's variables say")
    func ownProgram() throws {
        let project = try TrialProject()
        let environment = try project.environment(["FLOWBOOK": "/elsewhere/flowbook"])
        defer { environment.close() }
        let report = try onlyCell(
            "import Glibc\nprint(getenv(\"FLOWBOOK\").map { String(cString: $0) } ?? \"none\")", environment)
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        #expect(report.result.items == [.stream(.standardOutput, "\(own)\n")])
    }

    @Test("is told so without a path, and kept only if it asks for that", arguments: ["", " cache=true"])
    func remark(option: String) throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let text = "// %% Start id=\"start\"\(option)\nimport Glibc\nsystem(\"/bin/true\")"
        let first = try onlyCell(text, environment)
        #expect(first.result.notices.count == 1)
        let message = try #require(first.result.notices.first).message
        #expect(message.hasPrefix("this cell runs another program: ") && !message.contains("/bin"))
        #expect(try onlyCell(text, environment).origin == (option.isEmpty ? .ran : .reused))
    }

    /// What came of the only cell of a notebook.
    private func onlyCell(_ text: String, _ environment: RunnerEnvironment) throws -> CellReport {
        try #require(try environment.run(text).reports.first)
    }
}
