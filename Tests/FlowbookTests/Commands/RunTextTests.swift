import Foundation
import Testing

@Suite("run shows results in the terminal")
struct RunTextTests {
    private let project: SmallProject

    init() throws {
        project = try SmallProject(["01-mixed": Self.notebook])
    }

    private static let notebook = """
        // %% [markdown] id="intro"
        // # A mixture

        // %% Shown id="shown"
        import Foundation
        let ports = [22, 80]
        print("to the\\u{1B}[31m reader")
        FileHandle.standardError.write(Data("a warning\\n".utf8))
        ports

        // %% Broken id="broken"
        let place = 7
        let port = ports[place]

        // %% Waiting id="waiting"
        port + 1

        // %% Wrong id="wrong"
        let text: String = ports.count

        // %% [markdown] id="outro"
        /*
        Nothing is told here.

        There are \\(ports.count) ports.
        */
        """

    @Test("every cell with its outputs, streams, failures and prose")
    func whole() throws {
        let run = try project.run("run", "01")
        #expect(run.status == 1)
        let failed = run.errors.split(separator: "\n")
        try #require(failed.count == 2)
        #expect(
            failed[0]
                == "Notebooks/01-mixed.swift:13: cell broken: crashed: Index out of range (1 more not run because of it)"
        )
        #expect(failed[1].hasPrefix("Notebooks/01-mixed.swift:19: cell wrong: cannot convert value"))
        let cells = run.output.components(separatedBy: "\n\n")
        try #require(cells.count == 6)
        #expect(cells[0] == "── intro  prose\n# A mixture")
        #expect(cells[1].hasPrefix("── shown  Shown  ran in "))
        #expect(cells[1].hasSuffix("\nto the\\u{1B}[31m reader\nstderr│ a warning\n[22, 80]"))
        #expect(cells[2].hasPrefix("── broken  Broken  failed after "))
        #expect(
            cells[2].contains("\nNotebooks/01-mixed.swift:13: crashed: Index out of range\nlet port = ports[place]"))
        #expect(cells[3] == "── waiting  Waiting  not run\nnot run: broken has no result")
        #expect(cells[5].hasSuffix("\nThere are 2 ports.\n"))
        #expect(!cells[5].contains("Nothing is told"))
    }

    @Test("links without a text say the number or the title that the page gives them")
    func links() throws {
        let notebook = """
            // %% First id="first"
            import NotebookDisplay
            Table { Column("n", [1, 2]) }

            // %% Second id="second"
            Table { Column("n", [3, 4]) }

            // %% [markdown] id="outro"
            // Of \\(1 + 1) tables, [](#tab:second) follows [](#first); [](#nowhere) is [a link](#first).
            """
        try project.write(notebook, to: "02-links")
        let run = try project.run("run", "02")
        #expect(run.output.hasSuffix("\nOf 2 tables, Table 2 follows First; [](#nowhere) is [a link](#first).\n"))
    }

    @Test("what the compiler says stands with its line and a caret")
    func caret() throws {
        let run = try project.run("run", "01#wrong")
        let lines = run.output.split(separator: "\n")
        #expect(run.status == 1)
        try #require(lines.count == 4)
        #expect(lines[1].hasPrefix("Notebooks/01-mixed.swift:19:26: error: cannot convert value of type 'Int'"))
        #expect(lines[2] == "let text: String = ports.count")
        #expect(lines[3].hasSuffix("^"))
        #expect(lines[3].count == 26)
    }

    @Test("one cell alone, and with it what kept it from running")
    func target() throws {
        let shown = try project.run("run", "01#shown")
        #expect(shown.status == 0)
        #expect(shown.output.hasPrefix("── shown"))
        #expect(!shown.output.contains("broken"))
        let waiting = try project.run("run", "mixed#waiting")
        #expect(waiting.status == 1)
        #expect(waiting.output.hasPrefix("── broken"))
        #expect(waiting.output.hasSuffix("not run: broken has no result\n"))
    }

    @Test("a cell that the one asked for does not need decides nothing; one that might have changed what it uses does")
    func unneeded() throws {
        let notebook = """
            // %% id="base"
            final class Box { var value = 0 }
            struct Point { var x = 1 }
            let (box, point) = (Box(), Point())

            // %% id="broken"
            print(point.x)
            box.value = 5
            let port = [22][box.value]

            // %% id="apart"
            print(point.x)

            // %% id="reads"
            print(box.value)
            """
        try project.write(notebook, to: "03-box")
        let apart = try project.run("run", "03#apart")
        #expect(apart.status == 0)
        #expect(apart.errors.isEmpty)
        let reads = try project.run("run", "03#reads")
        #expect(reads.status == 1)
        #expect(reads.errors == "Notebooks/03-box.swift:9: cell broken: crashed: Index out of range\n")
    }

    @Test("a second run reuses what the first one left, and says so")
    func reuse() throws {
        _ = try project.run("run", "01#shown")
        #expect(try project.run("run", "01#shown").output.hasPrefix("── shown  Shown  reused, ran in "))
        #expect(try project.run("run", "01#shown", "--fresh").output.hasPrefix("── shown  Shown  ran in "))
    }

    @Test("a cell that ran alone has the result that it has among all, and need not run again")
    func alone() throws {
        let alone = try project.run("run", "01#shown", "--json").json()["notebooks"][0]["cells"]
        let among = try project.run("run", "01", "--json").json()["notebooks"][0]["cells"]
        #expect(alone.list.count == 1)
        #expect(alone[0]["status"].text == "ran")
        #expect(among[id: "shown"]["status"].text == "reused")
        #expect(among[id: "shown"]["outputs"] == alone[0]["outputs"])
    }

    @Test("an unknown cell is a mistake, and the nearest one is named")
    func unknownCell() throws {
        let run = try project.run("run", "01#brokn")
        #expect(run.status == 2)
        #expect(
            run.errors
                == "flowbook: no such cell: Notebooks/01-mixed.swift#brokn: no cell has this id; did you mean broken?\n"
        )
    }

    @Test("a limit of time from the command line ends a cell that has none of its own")
    func timeout() throws {
        try project.write("// %% Endless\nwhile true {}\n", to: "02-endless")
        let run = try project.run("run", "02", "--timeout", "0.3")
        #expect(run.status == 1)
        #expect(run.output.contains("Notebooks/02-endless.swift:2: stopped: it took longer than its limit"))
        #expect(run.output.contains("remedy: give it more with timeout=SECONDS"))
    }
}
