import Foundation
import Testing

@testable import Notebook

@Suite("The processes that hold a notebook's state")
struct HeldProcessTests {
    @Test("do not grow in number with edits after a cell that never gives the same result")
    func contradictions() throws {
        let (project, mark) = (try TrialProject(), UUID().uuidString)
        let environment = try project.environment(["FLOWBOOK_TRIAL_MARK": mark])
        defer { environment.close() }
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        var counts: [Int] = []
        for edit in 0..<5 {
            let text = """
                // %% one cache=true
                import Foundation
                let one = Date()
                // %% two
                print(one, \(edit))
                """
            let notebook = try Notebook(parsing: Array(text.utf8), name: "trial.swift")
            _ = try runner.run(notebook, RunSettings(), interruption: Interruption())
            _ = try runner.holdState(of: notebook, RunSettings(), interruption: Interruption())
            counts.append(Processes.settled(mark: mark))
        }
        #expect(counts.last == counts.dropFirst().first, "\(counts)")
    }
}
