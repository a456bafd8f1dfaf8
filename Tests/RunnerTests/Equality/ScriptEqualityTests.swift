import Foundation
import TestSupport
import Testing

@testable import Notebook

@Suite("As one script or cell by cell")
struct ScriptEqualityTests {
    static let seeds: [UInt64] =
        ProcessInfo.processInfo.environment["FLOWBOOK_SEED"].flatMap { UInt64($0) }.map { [$0] }
        ?? Array(1...(EqualityTests.isSoak ? 300 : 10))

    @Test("a notebook gives the same page", arguments: seeds)
    func random(seed: UInt64) throws {
        var maker = WorldGenerator(seed: seed)
        for _ in 0..<10_000 {
            let world = maker.world()
            guard try Self.isScript(world.text), Self.leaving.allSatisfy({ !world.text.contains($0) }) else { continue }
            if try expectSamePage(world.text, data: world.data).run.isOfScript { return }
        }
        Issue.record("no notebook ran as a script, seed \(seed)")
    }

    /// What a cell may do only by itself.
    private static let leaving = ["chdir", "setenv", "environment", "concurrentPerform", "Thread", "fatalError"]

    @Test("types have the same names, which are not those of cells")
    func typeNames() throws {
        let page = try expectSamePage(
            """
            // %% id="a"
            struct Flow { var port = 80 }
            enum Fault: Error { case odd(Flow) }
            // %% id="b"
            print([Flow()], String(reflecting: Flow.self))
            // %% id="c"
            dump(Fault.odd(Flow(port: 1)))
            // %% id="d"
            [Flow(port: 2)]
            // %% id="e"
            let names = [String(describing: type(of: [Flow()]))]
            names
            """)
        #expect(page.run.isOfScript)
        #expect(page.markup.contains("[Notebook.Flow(port: 80)] Notebook.Flow"))
    }

    @Test("what ran in a script is not run again cell by cell")
    func reuse() throws {
        let project = try TrialProject()
        let text = """
            // %% id="a"
            let list = [1, 2, 3]
            struct Pair { var first = 1 }
            // %% id="b"
            let pair = Pair(first: list[0])
            // %% id="c"
            var sum = list.reduce(0, +)
            // %% id="d"
            sum += pair.first
            // %% [markdown] id="e"
            // The sum is \\(sum).
            """
        let environment = try project.environment()
        #expect(try TrialPage(text, in: environment).run.isOfScript)
        let items = try Self.program(text).entries.compactMap(\.item)
        for item in items { try CellCompiler(environment).noteFamiliar(item) }
        let cells = try TrialPage(text, in: environment).run
        #expect(!cells.isOfScript)
        #expect(cells.reports.map(\.origin) == Array(repeating: .reused, count: 5))
    }

    @Test("a notebook's own functions and variables come before those of libraries")
    func ownNames() throws {
        let page = try expectSamePage(
            """
            // %% id="a"
            import Foundation
            func sin(_ x: Double) -> Double { 42 }
            func print(_ n: Int) { Swift.print("own", n) }
            func round(_ x: Double, to step: Double = 10) -> Double { step }
            let M_PI = 3
            var errno = 7
            // %% id="b"
            print(sin(0.0), cos(0.0), round(2.4), M_PI, errno)
            // %% id="c"
            print(5)
            print("text")
            // %% id="d"
            errno += 1
            // %% id="e"
            [sin(1.0), Double(errno)]
            """)
        #expect(page.run.isOfScript)
        for shown in ["42.0 1.0 2.0 3 7", "own 5", "[42.0, 8.0]"] { #expect(page.markup.contains(shown)) }
    }

    @Test("what goes wrong in a script is told as of a cell by itself, and the others go on")
    func failure() throws {
        let text = """
            // %% id="a"
            let list = [1, 2, 3]
            // %% id="b"
            let sum = list.reduce(0, +)
            // %% id="c"
            print(list[sum])
            // %% id="d"
            sum
            // %% [markdown] id="e"
            // The sum is \\(sum).
            """
        let page = try expectSamePage(text)
        #expect(!page.run.isOfScript)
        #expect(page.run.reports.map { $0.result.status == .succeeded } == [true, true, false, true, true])
    }

    /// Whether `text` has enough cells to be compiled as a script, and may be.
    private static func isScript(_ text: String) throws -> Bool {
        try program(text).script.map { $0.parts.count > 3 } ?? false
    }

    private static func program(_ text: String) throws -> NotebookProgram {
        var analyses: [AnalysedText: CellAnalysis] = [:]
        return NotebookProgram(try Notebook(parsing: text, name: "Notebooks/trial.swift"), analyses: &analyses)
    }

    /// Runs `text` in both ways, each with a store of its own; the page of the run that was free to choose.
    private func expectSamePage(_ text: String, data: String? = nil) throws -> TrialPage {
        let project = try TrialProject()
        if let data { try project.write(data, to: "inputs/data.txt") }
        let free = try TrialPage(text, in: project.environment())
        try FileManager.default.removeItem(atPath: "\(project.path)/.flowbook")
        project.empty("made")
        let environment = try project.environment()
        // Cells that have been compiled by themselves before are so again.
        let items = try Self.program(text).entries.compactMap(\.item)
        for item in items { try CellCompiler(environment).noteFamiliar(item) }
        let cells = try TrialPage(text, in: environment)
        #expect(!cells.run.isOfScript)
        let difference = PageDifference(free.markup, expected: cells.markup)
        #expect(difference == nil, "\(text)\nas a script:\n\(free.account)\ncell by cell:\n\(cells.account)")
        return free
    }
}
