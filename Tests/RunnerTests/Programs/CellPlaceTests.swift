import Testing

@testable import Notebook

@Suite("Lines are the notebook's")
struct CellPlaceTests {
    private static let cells = [
        "// %% id=\"plain\"\nlet one = 1\nprint(one)", "// %% id=\"asks\"\nprint(#line)",
        "// %% id=\"logs\"\nfunc log(line: Int = #line) { print(line) }", "// %% id=\"calls\"\nlog()\nlog()",
        "// %% [markdown] id=\"prose\"\n// Line \\(#line),\n// line \\(#line).",
        "// %% id=\"traps\"\nlet place = #line\nlet none = place < 0 ? 1 : nil\nprint(none!)",
        "// %% id=\"wrong\"\nlet here = #line\nlet text: String = here",
        "// %% id=\"warns\"\nfunc f() {\n    let unused = #line\n}",
    ]

    @Test("what #line gives, traps, errors and warnings, in a cell that has been moved as well", arguments: [0, 1, 7])
    func lines(before: Int) throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let text = Self.cells.joined(separator: "\n\n")
        _ = try environment.run(text)
        let moved = String(repeating: "\n", count: before) + text
        let lines = moved.split(separator: "\n", omittingEmptySubsequences: false)
        func line(_ content: String, _ nth: Int = 0) -> Int {
            lines.indices.filter { lines[$0] == content }[nth] + 1
        }
        let run = try environment.run(moved)
        let reports = Dictionary(uniqueKeysWithValues: run.reports.map { ($0.cell.id, $0) })
        #expect(reports["asks"]?.result.text == "\(line("print(#line)"))\n")
        #expect(reports["calls"]?.result.text == "\(line("log()"))\n\(line("log()", 1))\n")
        let prose = line("// Line \\(#line),")
        #expect(reports["prose"]?.result.interpolations == ["\(prose)", "\(prose + 1)"])
        #expect(reports["traps"]?.failure?.line == line("print(none!)"))
        #expect(reports["wrong"]?.failure?.line == line("let text: String = here"))
        #expect(reports["wrong"]?.failure?.diagnostics.first?.line == line("let text: String = here"))
        #expect(reports["warns"]?.result.warnings.first?.line == line("    let unused = #line"))
    }

    @Test("a moved cell is compiled anew only where it asks for its line")
    func moved() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let text = Self.cells.prefix(5).joined(separator: "\n\n")
        _ = try environment.run(text)
        let reports = try environment.run("\n" + text).reports
        #expect(reports.filter { $0.origin == .ran }.map(\.cell.id) == ["asks", "logs", "calls", "prose"])
        #expect(reports.first?.compileSeconds == 0)
    }
}

private extension CellReport {
    var failure: Failure? { if case .failed(let failure) = result.status { failure } else { nil } }
}
