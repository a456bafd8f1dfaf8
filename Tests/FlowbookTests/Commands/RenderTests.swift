import Foundation
import Testing

@Suite("render brings pages up to date")
struct RenderTests {
    private static let good = "// %% [markdown]\n// # Good\n\n// %% Sum id=\"sum\"\nlet sum = 1 + 1\nsum\n"
    private static let bad =
        "// %% Trap id=\"trap\"\nlet none: Int? = nil\nlet some = none!\n\n// %% After id=\"after\"\nsome\n"

    @Test("the page of all holds every notebook, whichever was named, and all pages are there")
    func index() throws {
        let project = try SmallProject(["01-good": Self.good, "02-other": "// %% Other id=\"other\"\n\"other text\"\n"])
        let run = try project.run("render", "01")
        #expect(run.status == 0)
        #expect(run.output == "output/index.html\n")
        #expect(run.errors.isEmpty)
        #expect(try project.names(in: "output") == ["01-good.html", "02-other.html", "index.html"])
        #expect(project.page("index")?.contains("other text") == true)
    }

    @Test("failing cells are told one a line, with how many wait for them, and the exit status is 1")
    func failures() throws {
        let project = try SmallProject(["01-good": Self.good, "02-bad": Self.bad])
        let run = try project.run("render")
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Notebooks/02-bad.swift:3: cell trap: "))
        #expect(run.errors.hasSuffix("(1 more not run because of it)\n"))
        #expect(run.errors.filter { $0 == "\n" }.count == 1)
        #expect(try project.run("render", "01").status == 0)
    }

    @Test("the line of a failing cell tells the remedy")
    func remedy() throws {
        let run = try SmallProject(["01-slow": "// %% Slow id=\"slow\" timeout=0.3\nwhile true {}\n"]).run("render")
        #expect(
            run.errors
                == "Notebooks/01-slow.swift:2: cell slow: stopped: it took longer than its limit; "
                + "give it more with timeout=SECONDS\n")
    }

    @Test("the page of a notebook that is gone goes too, where it is still the file that was written")
    func goneNotebooks() throws {
        let project = try SmallProject(["01-good": Self.good, "02-gone": Self.good, "03-gone": Self.good])
        try Data(Self.good.utf8).write(to: project.folder.appendingPathComponent("elsewhere.swift"))
        #expect(try project.run("render", "./elsewhere.swift", "01", "02", "03").status == 0)
        let output = project.folder.appendingPathComponent("output")
        for name in ["03-gone", "04-mine"] {
            try Data("mine".utf8).write(to: output.appendingPathComponent("\(name).html"))
        }
        for name in ["02-gone", "03-gone"] {
            try FileManager.default.removeItem(at: project.folder.appendingPathComponent("Notebooks/\(name).swift"))
        }
        #expect(try project.run("render").status == 0)
        let left = ["01-good.html", "03-gone.html", "04-mine.html", "elsewhere.html", "index.html"]
        #expect(try project.names(in: "output") == left)
        #expect(project.page("index")?.contains("02-gone") == false)
    }

    @Test("a cell that is meant to fail is no failure")
    func meantToFail() throws {
        let marked = Self.bad.replacing("id=\"trap\"", with: "id=\"trap\" tags=[\"fails\"]")
        let run = try SmallProject(["01-marked": marked]).run("render")
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
    }

    @Test("a file that is no notebook is told, the others are rendered, and its page stays as it was")
    func unreadable() throws {
        let project = try SmallProject(["01-good": Self.good, "02-good": Self.good])
        #expect(try project.run("render").status == 0)
        let before = try #require(project.page("02-good"))
        try project.write(Self.good.replacing("1 + 1", with: "20 + 22"), to: "01-good")
        try project.write("// %% A title = wrong\n", to: "02-good")
        let run = try project.run("render")
        #expect(run.status == 3)
        #expect(run.errors.hasPrefix("flowbook: not a notebook: Notebooks/02-good.swift:1:"))
        #expect(project.page("02-good") == before)
        #expect(project.page("01-good")?.contains("42") == true)
        #expect(project.page("index")?.contains("not a notebook") == true)
        let again = try project.run("render")
        #expect(again.status == 3)
        #expect(again.errors == run.errors)
    }

    @Test("where a notebook is saved meanwhile, the pages are those of its new text")
    func savedMeanwhile() throws {
        let waiting = """
            // %% id="wait" timeout=1000
            import Foundation
            _ = FileManager.default.createFile(atPath: "begun", contents: nil)
            let descriptor = open("lock", O_RDONLY)
            flock(descriptor, LOCK_EX)
            """
        let project = try SmallProject(["01-good": Self.good, "02-waits": waiting])
        let lockPath = project.folder.appendingPathComponent("lock").path
        try Data().write(to: URL(fileURLWithPath: lockPath))
        let lock = Lock(at: lockPath)
        let run = try ProgramRun(["render"], in: project.folder) { _ in
            let begun = project.folder.appendingPathComponent("begun").path
            while access(begun, F_OK) != 0 { usleep(10_000) }
            try project.write(Self.good.replacing("1 + 1", with: "20 + 22"), to: "01-good")
            lock.release()
        }
        #expect(run.status == 0)
        #expect(project.page("01-good")?.contains("42") == true)
        #expect(project.page("index")?.contains("42") == true)
        #expect(try project.run("render").status == 0)
        #expect(project.page("01-good")?.contains("42") == true)
    }

    @Test("values for parameters count for the notebooks that declare them, and a name that none declares is a mistake")
    func parameters() throws {
        let declaring = "// %% [parameters]\nlet windows = 5\n\n// %% Show\n\"windows: \\(windows)\"\n"
        let project = try SmallProject(["01-good": Self.good, "02-windows": declaring])
        #expect(try project.run("render", "--set", "windows=7").status == 0)
        #expect(project.page("02-windows")?.contains("windows: 7") == true)
        let unknown = try project.run("render", "--set", "window=7")
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("did you mean 'windows'?"))
        let mistyped = try project.run("render", "--set", "windows=many")
        #expect(mistyped.status == 2)
        #expect(mistyped.errors.contains("which Notebooks/02-windows.swift:2:5 declares as Int"))
    }

    @Test("--json and --timings tell the page and the time of each stage")
    func stages() throws {
        let run = try SmallProject(["01-good": Self.good]).run("render", "--json", "--timings")
        let result = try run.json()
        #expect(result["page"].text == "output/index.html")
        #expect(result["notebooks"].list.count == 1)
        let stages = result["stages"]
        #expect(stages.keys == ["compile", "open", "page", "parse", "plots", "run", "write"])
        #expect(stages.keys.allSatisfy { stages[$0].number ?? -1 >= 0 })
        #expect(stages["compile"].number ?? 0 > 0)
    }

    @Test("two files that would share a page are refused")
    func sameName() throws {
        let project = try SmallProject(["01-good": Self.good])
        try Data(Self.good.utf8).write(to: project.folder.appendingPathComponent("01-good.swift"))
        let run = try project.run("render", "./01-good.swift")
        #expect(run.status == 2)
        #expect(run.errors.contains("Notebooks/01-good.swift has the same name"))
        #expect(try project.run("render", "./Notebooks/../Notebooks/01-good.swift").status == 0)
    }

    @Test("a notebook that would share its page with the page of all is refused")
    func pageOfAll() throws {
        let project = try SmallProject(["01-good": Self.good, "index": Self.good])
        let run = try project.run("render")
        #expect(run.status == 2)
        #expect(
            run.errors
                == "flowbook: one page for two: Notebooks/index.swift: index.html is the page of all notebooks; rename it\n"
        )
    }

    @Test("a cell that writes to its own notebook does not keep render from ending; the page is told to be out of date")
    func writesItself() throws {
        let growing = """
            // %% id="grow" cache=false
            import Foundation
            let file = fopen("Notebooks/01-growing.swift", "a")
            fputs("print(1)\\n", file)
            fclose(file)

            """
        let project = try SmallProject(["01-growing": growing])
        let run = try project.run("render")
        #expect(run.status == 1)
        #expect(run.errors.contains("page is out of date: Notebooks/01-growing.swift: "))
        #expect(project.page("01-growing") != nil)
    }
}
