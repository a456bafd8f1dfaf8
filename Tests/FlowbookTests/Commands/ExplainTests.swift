import Foundation
import Testing

@Suite("explain tells what a run would do")
struct ExplainTests {
    private static let notebook = """
        // %% [markdown] id="intro"
        // # A chain

        // %% First id="first"
        let first = 1

        // %% Second id="second"
        let second = first + 1

        // %% Apart id="apart"
        let apart = 10

        // %% Third id="third"
        second + 1

        // %% Wrong id="wrong"
        let first = 2
        """

    private let project: SmallProject

    init() throws { project = try SmallProject(["01-chain": Self.notebook]) }

    private func cells() throws -> JSONView { try project.run("explain", "01", "--json").json()["cells"] }

    private func actions() throws -> [String?] { try cells().list.map { $0["action"].text } }

    @Test("nothing is compiled, run or written to the page by it")
    func nothingHappens() throws {
        let all = ["nothing", "compile", "run", "compile", "run", "withhold"]
        #expect(try actions() == all)
        #expect(try actions() == all)
        #expect(try project.names(in: ".flowbook/compiled").isEmpty)
        #expect(try project.names(in: ".flowbook/results").isEmpty)
        #expect(project.page("01-chain") == nil)
    }

    @Test("after a run everything is reused, under keys that a second look repeats")
    func reuse() throws {
        #expect(try project.run("render").status == 1)
        let (one, other) = (try cells(), try cells())
        #expect(one.list.map { $0["action"].text } == ["nothing", "reuse", "reuse", "reuse", "reuse", "withhold"])
        for cell in one.list where cell["action"].text == "reuse" {
            #expect(cell["executionKey"].text?.count == 64)
            #expect(cell["executionKey"].text == other[id: cell["id"].text ?? ""]["executionKey"].text)
        }
        #expect(one[id: "intro"]["executionKey"].isNull)
        #expect(one[id: "wrong"]["reason"].text == "'first' is declared already, in cell 'first' on line 5")
    }

    @Test("dependencies have their reasons")
    func dependencies() throws {
        _ = try project.run("render")
        let needs = try cells()[id: "second"]["dependencies"]
        #expect(needs.list.map { $0["cell"].text } == ["first"])
        #expect(needs[0]["reasons"][0]["kind"].text == "declares")
        #expect(needs[0]["reasons"][0]["name"].text == "first")
    }

    @Test("what it says of an edit is what a run then does")
    func prediction() throws {
        _ = try project.run("render")
        try project.write(Self.notebook.replacing("first + 1", with: "first + 2"), to: "01-chain")
        let plan = try cells()
        let run = try project.run("run", "01", "--json").json()["notebooks"][0]["cells"]
        for cell in plan.list {
            let status = run[id: cell["id"].text ?? ""]["status"].text
            let expected = ["nothing": "prose", "reuse": "reused", "withhold": "failed"]
            #expect(status == expected[cell["action"].text ?? ""] ?? "ran", "\(cell["id"].text ?? "")")
        }
        #expect(plan[id: "second"]["action"].text == "compile")
        #expect(plan[id: "third"]["reason"].text == "rests on second")
        #expect(plan[id: "first"]["repeatedFor"].texts == ["second", "third"])
        #expect(plan[id: "apart"]["repeatedFor"].list.isEmpty)
    }

    @Test("prose has no part in the execution keys, and code none in the presentation keys of others")
    func keys() throws {
        _ = try project.run("render")
        let before = try cells()
        try project.write(
            Self.notebook.replacing("# A chain", with: "# The chain").replacing("%% Apart", with: "%% Aside"),
            to: "01-chain")
        let after = try cells()
        for cell in before.list {
            let (id, new) = (cell["id"].text ?? "", after[id: cell["id"].text ?? ""])
            #expect(cell["executionKey"].text == new["executionKey"].text)
            #expect((cell["presentationKey"].text == new["presentationKey"].text) == !["intro", "apart"].contains(id))
        }
    }

    @Test("the terminal gets the same in words")
    func words() throws {
        let text = try project.run("explain", "01").output
        #expect(
            text.hasPrefix(
                "Notebooks/01-chain.swift: 6 cells: 2 to compile and run, 2 to run, 1 of prose, 1 that cannot run\n"))
        #expect(
            text.contains("── second  Second  line 7\n   run: rests on first\n   needs         first (declares first"))
    }
}
