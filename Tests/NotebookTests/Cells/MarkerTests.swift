import Testing

@testable import Notebook

@Suite("Markers")
struct MarkerTests {
    struct Row: CustomTestStringConvertible {
        var line: String
        var title: String?
        var kind = Cell.Kind.code
        var depth = 0
        var testDescription: String { line }
    }

    @Test(
        "a marker line gives title, kind and depth",
        arguments: [
            Row(line: "// %%"),
            Row(line: "//%%"),
            Row(line: "//\t%%\tPorts", title: "Ports"),
            Row(line: "// %% Port distribution  ", title: "Port distribution"),
            Row(line: "// %%%% Deeper", title: "Deeper", depth: 2),
            Row(line: "// %% [markdown]", kind: .markdown),
            Row(line: "// %% Words [markdown] id=\"w\"", title: "Words", kind: .markdown),
            Row(line: "// %% [parameters]", kind: .parameters),
            Row(line: "// %% Ports [1..10] and (more)", title: "Ports [1..10] and (more)"),
            Row(line: "// %% Größe id=\"x\"", title: "Größe"),
            Row(line: "// %% 5 % of all", title: "5 % of all"),
        ])
    func marker(row: Row) throws {
        let cell = try #require(try Notebook(parsing: row.line + "\n", name: "n").cells.first)
        #expect(cell.title == row.title)
        #expect(cell.kind == row.kind)
        #expect(cell.depth == row.depth)
    }

    @Test(
        "a line that only resembles a marker is a comment",
        arguments: ["// %", "// %%x", " // %%", "/// %%", "/ / %%", "//% %", "let a = 1 // %%"])
    func resemblance(line: String) throws {
        let notebook = try Notebook(parsing: "// %% A\nlet b = 1\n\(line)\nlet c = 2\n", name: "n")
        #expect(notebook.cells.count == 1)
    }

    @Test("every option reaches the cell")
    func options() throws {
        let marker = #"""
            // %% T id="a-1" timeout=1.5e1 memory=256 hide="code" fold=true tags=["x", "y\u00e9"] caption="\"q\" = {" cache=false
            """#
        let cell = try #require(try Notebook(parsing: marker, name: "n").cells.first)
        #expect(cell.id == "a-1")
        var options = CellOptions()
        options.timeout = 15
        options.memory = 256
        options.hide = .code
        options.fold = true
        options.tags = ["x", "yé"]
        options.caption = "\"q\" = {"
        options.cache = false
        #expect(cell.options == options)
    }

    @Test("surrogate pairs and escapes of JSON strings are understood")
    func escapes() throws {
        let notebook = try Notebook(parsing: #"// %% caption="\ud83d\ude00\t\/\n""#, name: "n")
        #expect(notebook.cells[0].options.caption == "😀\t/\n")
    }
}
