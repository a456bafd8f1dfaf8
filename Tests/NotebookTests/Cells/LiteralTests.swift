import Testing

@testable import Notebook

@Suite("Markers inside strings and comments")
struct LiteralTests {
    @Test(
        "are text, not markers",
        arguments: [
            "let s = \"\"\"\n// %% no\n\"\"\"",
            "let s = #\"\"\"\n\"\"\"\n// %% no\n\"\"\"#",
            "let s = \"\"\"\n\\(f(\"\"\"\n// %% no\n\"\"\"))\n// %% no\n\"\"\"",
            "let s = \"\"\"\n\\\"\"\"\n// %% no\n\"\"\"",
            "/*\n// %% no\n*/ let a = 1",
            "/* /* */\n// %% no\n*/ let a = 1",
            "let r = #/\n// %% no\n/#",
        ])
    func hidden(code: String) throws {
        let notebook = try Notebook(parsing: "// %% one\n\(code)\n// %% two\nlet b = 2\n", name: "n")
        #expect(notebook.cells.map(\.id) == ["one", "two"])
        #expect(notebook.cells[0].source == code)
    }

    @Test(
        "are markers where the string or comment only seems open",
        arguments: [
            "let s = \"/*\"", "let s = \"\\\"/*\"", "let s = #\"\"\"#", "let s = #\"\\\"#", "// /*", "// \"\"\"",
            "let s = \"\\(f(\"/*\"))\"", "let s = \"unclosed", "let s = \"un\\(closed", "let r = #/\"\"\"/#",
            "/* \"\"\" */",
            "let q = \"\"", "let s = ##\"\"#\"##",
        ])
    func visible(code: String) throws {
        let notebook = try Notebook(parsing: "// %% one\n\(code)\n// %% two\nlet b = 2\n", name: "n")
        #expect(notebook.cells.map(\.id) == ["one", "two"])
    }

    @Test("a string that is never closed ends with its cell")
    func unclosedString() throws {
        let text = "// %% one\nlet s = \"\"\"\nabc\n// %% two\nlet b = 2\n// %% three\n"
        let notebook = try Notebook(parsing: text, name: "n")
        #expect(notebook.cells.map(\.id) == ["one", "two", "three"])
        #expect(notebook.cells[0].source == "let s = \"\"\"\nabc")
    }
}
