import NotebookDisplay
import Testing

@testable import Notebook

@Suite("A guard at top level", .serialized)
struct GuardTests {
    private static let notebook = """
        // %% id="bind"
        let text = "80"
        guard let port = Int(text), case let (low, high)? = Optional((1, 1024)) else { fatalError("no port") }; print(port)
        port - low

        // %% id="count"
        guard var count = Optional(1)
        else {
            fatalError("no count")
        }
        count += 1

        // %% id="change"
        count += port

        // %% id="use"
        [port, high, count]

        // %% [markdown] id="prose"
        // Port \\(port) of \\(high).
        """

    /// The results of the notebook's cells, in a store that is new.
    private func reports(_ text: String) throws -> [CellReport] {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        return try environment.run(text).reports
    }

    /// With a cell that makes a script of all impossible, and without.
    @Test(
        "binds for all later cells, values and variables", arguments: ["", "\n\n// %% id=\"own\"\nprivate let own = 1"])
    func binds(rest: String) throws {
        let reports = try reports(Self.notebook + rest)
        #expect(reports[0].result.items == [.stream(.standardOutput, "80\n"), .output(.text("79"))])
        #expect(reports[3].result.items == [.output(.text("[80, 1024, 82]"))])
        #expect(reports[4].result.interpolations == ["80", "1024"])
        #expect(reports.allSatisfy { $0.result.status == .succeeded && $0.result.warnings.isEmpty })
    }

    @Test("that fails, throws or does not compile is told at its place, and what it would bind is missing")
    func fails() throws {
        let reports = try reports(
            """
            // %% id="none"
            guard let none = Int("none")
            else { fatalError("no number") }

            // %% id="thrown"
            struct Missing: Error {}
            guard let thrown = Int("none") else {
                throw Missing()
            }

            // %% id="wrong"
            guard let wrong = Int("1") else { fatalError() }; let text: String = wrong

            // %% id="needs"
            none
            """)
        let failures = reports.map {
            if case .failed(let failure) = $0.result.status { failure } else { nil as Failure? }
        }
        #expect(
            failures.map { $0?.message } == [
                "crashed: no number", "threw an error: Missing()", "does not compile", nil,
            ])
        #expect(failures.map { $0?.line } == [3, 8, 12, nil])
        #expect(failures[2]?.column == 70)
        #expect(reports[3].result.status == .blocked(by: ["none"]))
    }
}
