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
    private static func expectSamePages(_ watched: SmallProject, _ rendered: SmallProject) {
        for name in ["index", "01-first", "02-second", "03-third"] {
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
