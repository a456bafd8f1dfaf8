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

    @Test("are not made, nor their cells compiled, once something else is to be done")
    func interruption() throws {
        let project = try TrialProject()
        let environment = try project.environment([:])
        defer { environment.close() }
        let runner = NotebookRunner(environment)
        defer { runner.close() }
        let cells = (1...8).map { "// %% Cell \($0)\nlet value\($0) = \($0 == 1 ? "1" : "value\($0 - 1) + 1")\n" }
        let notebook = try Notebook(parsing: Array(cells.joined().utf8), name: "trial.swift")
        let run = try runner.run(notebook, RunSettings(), interruption: Interruption())
        #expect(run.isOfScript && run.failures.isEmpty)
        let interruption = try Interruption()
        interruption.raise()
        #expect(try !runner.holdState(of: notebook, RunSettings(), interruption: interruption))
        let compiler = CellCompiler(environment)
        var analyses: [AnalysedText: CellAnalysis] = [:]
        let items = NotebookProgram(notebook, analyses: &analyses).entries.compactMap(\.item)
        #expect(items.count { compiler.isFamiliar($0) } < items.count / 2)
    }
}
