import Foundation
import Testing

@Suite("check holds notebooks against what a reader relies on")
struct CheckTests {
    private static let fine = "// %% [markdown] id=\"intro\"\n// See [](#sum).\n\n// %% Sum id=\"sum\"\n1 + 1\n"

    /// The findings about one notebook: kind and cell of each.
    private func findings(_ text: String) throws -> [String] {
        let run = try SmallProject(["01-fine": Self.fine, "02-checked": text]).run("check", "02", "--json")
        let notebook = try run.json()["notebooks"][0]
        #expect(run.status == (notebook["findings"].list.isEmpty ? 0 : 1))
        return notebook["findings"].list.map { "\($0["kind"].text ?? "") \($0["cell"].text ?? "")" }
    }

    @Test(
        "each thing that is wrong is found in its cell",
        arguments: [
            ("// %% A\n1 + 1\n", []),
            ("// %% Trap\nfatalError(\"here\")\n", ["failed trap"]),
            ("// %% Trap tags=[\"fails\"]\nfatalError(\"here\")\n", []),
            ("// %% Fine tags=[\"fails\"]\n1\n", ["succeeded fine"]),
            ("// %% [markdown] id=\"p\"\n// See [](#nowhere).\n", ["page p"]),
            ("// %% [markdown] id=\"p\"\n// See [](01-fine.swift#sum) and [](01-fine.swift).\n", []),
            ("// %% [markdown] id=\"p\"\n// See [](01-fine.swift#product).\n", ["page p"]),
            (
                "// %% One\nlet n = 1\n\n// %% Names\nlet all = Set((0..<50).map { \"host \\($0)\" })\nall.joined()\n",
                ["differs names"]
            ),
            ("// %% Names\nlet all = Set((0..<50).map { \"host \\($0)\" })\nall.sorted().joined()\n", []),
            ("// %% Dice\nInt.random(in: 0..<Int.max)\n", ["differs dice"]),
        ] as [(String, [String])])
    func findings(text: String, expected: [String]) throws {
        #expect(try findings(text) == expected)
    }

    @Test("the verdict is one line for each notebook, and the findings are places to click on")
    func words() throws {
        let project = try SmallProject(["01-fine": Self.fine, "02-bad": "// %% Trap\nfatalError(\"here\")\n"])
        let run = try project.run("check")
        #expect(run.status == 1)
        #expect(run.output == "01-fine: fine, 2 cells\n02-bad: 1 thing is wrong\n")
        #expect(run.errors == "Notebooks/02-bad.swift:2: cell trap: crashed: here\n")
        #expect(try project.run("check", "01").status == 0)
    }

    @Test(
        "a cell that rests on the clock is named even where two runs agree, unless it says that this is meant",
        arguments: [("", 1), (" cache=false", 0), (" cache=true", 0)])
    func clock(option: String, count: Int) throws {
        let text = "// %% Now id=\"now\"\(option)\nimport Foundation\nDate() > .distantPast\n"
        let project = try SmallProject(["01-now": text])
        let run = try project.run("check")
        #expect(run.status == 0)
        #expect(run.output == "01-now: fine, 1 cell\(count == 0 ? "" : ", 1 warning")\n")
        let warning = "Notebooks/01-now.swift:1: cell now: warning: another run may show something else: "
        #expect(count == 0 ? run.errors.isEmpty : run.errors.hasPrefix(warning + "this cell reads the clock"))
        let notebook = try project.run("check", "--json").json()["notebooks"][0]
        #expect(notebook["findings"].list.isEmpty)
        #expect(notebook["warnings"].list.map { $0["cell"].text } == Array(repeating: "now", count: count))
    }

    @Test("it leaves no page and no stored result behind, and takes none for granted")
    func traces() throws {
        let project = try SmallProject(["01-fine": Self.fine])
        #expect(try project.run("check").status == 0)
        #expect(project.page("01-fine") == nil)
        #expect(try project.names(in: ".flowbook/results").isEmpty)
        #expect(try project.names(in: ".flowbook/tmp").isEmpty)
    }

    @Test("a file that is no notebook is told, and the others are checked")
    func unreadable() throws {
        let project = try SmallProject(["01-fine": Self.fine, "02-none": "// %% A = b\n"])
        let run = try project.run("check")
        #expect(run.status == 3)
        #expect(run.output == "01-fine: fine, 2 cells\n")
        #expect(run.errors.hasPrefix("flowbook: not a notebook: Notebooks/02-none.swift:1:"))
        let notebooks = try project.run("check", "02", "01", "--json").json()["notebooks"]
        #expect(notebooks.list.map { $0["name"].text } == ["02-none", "01-fine"])
        #expect(notebooks[0]["error"]["line"].number == 1)
        #expect(notebooks[1]["findings"].list.isEmpty)
    }

    @Test("a finding has its remedy apart from what is wrong")
    func remedy() throws {
        let project = try SmallProject(["01-fine": "// %% Fine tags=[\"fails\"]\n1\n"])
        let finding = try project.run("check", "--json").json()["notebooks"][0]["findings"][0]
        #expect(finding["message"].text == "is tagged \"fails\" and did not fail")
        #expect(finding["remedy"].text == "remove the tag")
    }
}
