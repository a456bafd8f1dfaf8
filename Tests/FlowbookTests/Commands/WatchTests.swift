import Foundation
import Testing

@Suite("watch keeps pages in step", .serialized)
struct WatchTests {
    private static let first = """
        // %% [markdown]
        // # First
        // See [](02-second.swift#number).

        // %% [parameters]
        let count = 1

        // %% id="show"
        print("count \\(count)")
        """
    private static let second = "// %% Its number id=\"number\"\nprint(\"two\")\n"
    private static let third = "// %% id=\"own\"\nlet count = 5\nprint(\"three\")\n"

    @Test("its pages, and the page of all, are those of render, whichever notebook is watched")
    func pages() throws {
        let notebooks = ["01-first": Self.first, "02-second": Self.second, "03-third": "// %% A title = wrong\n"]
        let (watched, rendered) = (try SmallProject(notebooks), try SmallProject(notebooks))
        let watch = try RunningWatch("01", "--set", "count=7", in: watched)
        #expect(try watch.update()["notebook"].text == "01-first")
        #expect(try rendered.run("render", "01", "--set", "count=7").status == 0)
        Self.expectSamePages(watched, rendered)
        let edits = [
            ("02-second", Self.second.replacing("Its number", with: "Another title")), ("03-third", Self.third),
            ("01-first", Self.first.replacing("\"count", with: "\"so many")),
        ]
        for (name, text) in edits {
            for project in [watched, rendered] { try project.write(text, to: name) }
            #expect(try rendered.run("render", "01", "--set", "count=7").status == 0)
            Self.expectSamePages(watched, rendered)
        }
        #expect(try watch.update()["ran"].texts == ["show"])
    }

    /// Waits until the pages are the same, which they must become.
    private static func expectSamePages(_ watched: SmallProject, _ rendered: SmallProject, also other: String? = nil) {
        for name in ["index", "01-first", "02-second", "03-third"] + (other.map { [$0] } ?? []) {
            for _ in 0..<3000 where watched.page(name) != rendered.page(name) { usleep(10_000) }
            #expect(watched.page(name) == rendered.page(name), "\(name)")
        }
    }

    @Test("a parameter that no watched notebook declares is refused as render refuses it")
    func unknownParameter() throws {
        let project = try SmallProject(["01-first": Self.first, "02-second": Self.second])
        for name in ["01", "02"] {
            let render = try project.run("render", name, "--set", "cuont=7")
            let refusal = try RunningWatch(name, "--set", "cuont=7", in: project).refusal()
            #expect(render.status == 2)
            #expect(refusal.status == 2)
            #expect(refusal.errors == render.errors)
        }
    }

    @Test("when an edit takes away a parameter that was set, the watch says so and goes on with the next edit")
    func removedParameter() throws {
        let project = try SmallProject(["01-first": Self.first])
        let watch = try RunningWatch("--set", "count=7", in: project)
        _ = try watch.update()
        let page = project.page("01-first")
        try project.write(Self.first.replacing("count = 1", with: "amount = 1"), to: "01-first")
        #expect(try watch.complaint().contains("--set"))
        #expect(project.page("01-first") == page)
        try project.write(Self.first.replacing("# First", with: "# Other"), to: "01-first")
        _ = try watch.update()
        #expect(project.page("01-first")?.contains("count 7") == true)
    }

    @Test("the person is told where the page is, and after each update what went wrong, as render tells it")
    func words() throws {
        let text = "// %% Trap id=\"trap\"\nfatalError(\"here\")\n"
        let project = try SmallProject(["01-first": Self.first, "02-bad": text])
        let all = try RunningWatch(in: project, isForProgram: false)
        #expect(try all.line() == "output/index.html: kept in step until Ctrl-C")
        #expect(try all.line().hasPrefix("01-first: ran "))
        #expect(try all.line().contains("without result: trap"))
        #expect(try all.complaint() == "Notebooks/02-bad.swift:2: cell trap: crashed: here")
        try project.write(text.replacing("here", with: "there"), to: "02-bad")
        #expect(try all.complaint() == "Notebooks/02-bad.swift:2: cell trap: crashed: there")
        all.kill()
        let one = try RunningWatch("01", "-o", "pages", in: project, isForProgram: false)
        #expect(try one.line() == "pages/01-first.html: kept in step until Ctrl-C")
    }

    @Test("a notebook whose cells change what they read is left alone after a few rounds, and keeps no other waiting")
    func circle() throws {
        let counting = """
            // %% Count id="count"
            import Foundation
            let count = (try? String(contentsOfFile: "count.txt", encoding: .utf8)).flatMap { Int($0) } ?? 0
            print(count)
            try "\\(count + 1)".write(toFile: "count.txt", atomically: true, encoding: .utf8)
            """
        let project = try SmallProject(["01-count": counting, "02-first": Self.first])
        let watch = try RunningWatch(in: project)
        #expect(try watch.complaint().hasPrefix("flowbook: cannot come to rest: Notebooks/01-count.swift: "))
        for _ in 0..<3000 where project.page("02-first") == nil || project.page("index") == nil { usleep(10_000) }
        #expect(project.page("02-first") != nil && project.page("index") != nil)
        let edited = Self.first + "\nprint(\"edited\")\n"
        try project.write(edited, to: "02-first")
        for _ in 0..<3000 where project.page("02-first")?.contains("edited") != true { usleep(10_000) }
        #expect(project.page("02-first")?.contains("edited") == true)
        // A change that comes later has another cause; while it is not followed, it comes again.
        for turn in 0..<3000 where project.page("01-count")?.contains("<samp>10") != true {
            if turn % 300 == 0 { try Data("100".utf8).write(to: project.folder.appendingPathComponent("count.txt")) }
            usleep(10_000)
        }
        #expect(project.page("01-count")?.contains("<samp>10") == true)
    }

    @Test("notebooks that come and go while it runs come to the pages and leave them", arguments: [[], ["01"]])
    func roster(words: [String]) throws {
        let notebooks = ["01-first": Self.first, "02-second": Self.second]
        let (watched, rendered) = (try SmallProject(notebooks), try SmallProject(notebooks))
        let watch = try RunningWatch(words, in: watched)
        _ = try watch.update()
        for project in [watched, rendered] {
            try project.write(Self.third, to: "03-third")
            #expect(try project.run("new", "fourth").status == 0)
        }
        #expect(try rendered.run("render").status == 0)
        Self.expectSamePages(watched, rendered, also: "04-fourth")
        for project in [watched, rendered] {
            for name in ["02-second", "04-fourth"] {
                try FileManager.default.removeItem(at: project.folder.appendingPathComponent("Notebooks/\(name).swift"))
            }
        }
        #expect(try rendered.run("render").status == 0)
        Self.expectSamePages(watched, rendered, also: "04-fourth")
        #expect(try watched.names(in: "output") == ["01-first.html", "03-third.html", "index.html"])
        withExtendedLifetime(watch) {}
    }

    @Test("clean leaves the store of a watch alone and says why; a store that is gone all the same is made again")
    func clean() throws {
        let project = try SmallProject(["01-first": Self.first])
        let watch = try RunningWatch(in: project)
        _ = try watch.update()
        let refused = try project.run("clean")
        #expect(refused.status == 1)
        #expect(
            refused.errors
                == "flowbook: cannot remove: .flowbook: a watch runs on this project and works with it; stop the watch first\n"
        )
        try project.write(Self.first.replacing("\"count", with: "\"so many"), to: "01-first")
        #expect(try watch.update()["ran"].texts == ["show"])
        try FileManager.default.removeItem(at: project.folder.appendingPathComponent(".flowbook"))
        try project.write(Self.first.replacing("\"count", with: "\"how many"), to: "01-first")
        #expect(try watch.update()["failed"].texts == [])
        #expect(project.page("01-first")?.contains("how many 1") == true)
        watch.kill()
        #expect(try project.run("clean").status == 0)
    }

    @Test("the store shrinks to its limit while the watch has nothing to do")
    func shrinkingStore() throws {
        let project = try SmallProject(["01-first": Self.first])
        let watch = try RunningWatch(in: project)
        _ = try watch.update()
        let entry = project.folder.appendingPathComponent(".flowbook/facts/large")
        try Data().write(to: entry)
        #expect(truncate(entry.path, 2 << 30) == 0)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: entry.path)
        try project.write(Self.first.replacing("so", with: "how"), to: "01-first")
        for _ in 0..<3000 where FileManager.default.fileExists(atPath: entry.path) { usleep(10_000) }
        #expect(!FileManager.default.fileExists(atPath: entry.path))
        withExtendedLifetime(watch) {}
    }
}
