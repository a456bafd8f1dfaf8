import Testing

@testable import Notebook

@Suite("Cells of a text")
struct CellTests {
    @Test("text before the first marker is an untitled cell when it holds code")
    func preamble() throws {
        let notebook = try Notebook(parsing: "#!/usr/bin/env swift\nimport Foundation\n\n// %% A\n1\n", name: "n")
        #expect(notebook.cells.map(\.id) == ["cell-1", "a"])
        #expect(notebook.cells[0].source == "import Foundation")
        #expect(notebook.cells.map(\.markerLine) == [2, 4])
        #expect(notebook.cells.map(\.line) == [2, 5])
    }

    @Test(
        "comments alone before the first marker are no cell",
        arguments: ["// a\n", "/* a */\n\n", "#!/bin/x\n// a\n", "\n"])
    func comments(preamble: String) throws {
        let text = preamble + "// %% A\n1\n"
        let notebook = try Notebook(parsing: text, name: "n")
        #expect(notebook.cells.map(\.id) == ["a"])
        #expect(notebook.cells[0].range == 0..<text.utf8.count)
    }

    @Test("a text without markers is one cell")
    func script() throws {
        let notebook = try Notebook(parsing: "let a = 1\nprint(a)", name: "n")
        #expect(notebook.cells.map(\.source) == ["let a = 1\nprint(a)"])
    }

    @Test("blank lines around a cell's code are left out, indentation is kept")
    func blankLines() throws {
        let notebook = try Notebook(parsing: "// %% A\n\n \t\n  f()\n\n  g()\n\n\n// %% B\n\n", name: "n")
        #expect(notebook.cells.map(\.source) == ["  f()\n\n  g()", ""])
        #expect(notebook.cells.map(\.line) == [4, 10])
    }

    @Test("a byte order mark and carriage returns change nothing but the bytes")
    func windows() throws {
        let plain = "// %% A fold=true\nlet a = \"\"\"\n  x\n  \"\"\"\n// %% [markdown]\n/*\nHi \\(a) `b`\n*/\n"
        let windows = "\u{FEFF}" + plain.split(separator: "\n").joined(separator: "\r\n")
        var expected = try Notebook(parsing: plain, name: "n").cells
        var actual = try Notebook(parsing: windows, name: "n").cells
        for index in expected.indices {
            expected[index].range = 0..<0
            actual[index].range = 0..<0
        }
        #expect(actual == expected)
    }

    @Test(
        "ids come from titles, else from positions, and are unique",
        arguments: [
            (["// %% Überblick: Ports & Flows!"], ["uberblick-ports-flows"]),
            (["// %%", "// %% 中文", "// %% --"], ["cell-1", "cell-2", "cell-3"]),
            (["// %% A", "// %% a", "// %% A"], ["a", "a-2", "a-3"]),
            (["// %% A", "// %% B id=\"a\""], ["a-2", "a"]),
            (["// %% A", "// %% A 2", "// %% A"], ["a", "a-2", "a-3"]),
            (["// %%", "// %% id=\"cell-1\""], ["cell-1-2", "cell-1"]),
        ])
    func ids(markers: [String], expected: [String]) throws {
        let notebook = try Notebook(parsing: markers.joined(separator: "\n"), name: "n")
        #expect(notebook.cells.map(\.id) == expected)
    }

    @Test("the title of a notebook is the first top-level heading of its prose")
    func title() throws {
        let text = "// %% [markdown]\n// ## Not this\n// %% [markdown]\n/*\n\n# Entropy\nmore\n*/\n"
        #expect(try Notebook(parsing: text, name: "n").title == "Entropy")
        #expect(try Notebook(parsing: "1", name: "n").title == nil)
    }
}
