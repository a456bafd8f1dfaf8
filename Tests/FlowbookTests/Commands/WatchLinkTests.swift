import Foundation
import Testing

@Suite("Commands use the processes of a running watch", .serialized)
struct WatchLinkTests {
    @Test("after an edit only the edited cell runs, in the state that the watch holds")
    func edit() throws {
        let project = try LinkProject()
        let watch = try RunningWatch(in: project.small)
        _ = try watch.update()
        try project.small.write(LinkProject.notebook(adding: 2), to: "trial")
        let run = try project.small.run("run", "trial#third")
        #expect(run.status == 0)
        #expect(run.output.contains("sum 8"))
        _ = try watch.update()
        #expect(project.carriedOut == ["x", "x", "xx"])
        try project.small.write(LinkProject.notebook(adding: 3), to: "trial")
        let render = try project.small.run("render", "--json")
        #expect(try render.json()["notebooks"][0]["cells"][id: "third"]["outputs"][0]["text"].text == "sum 9\n")
        #expect(project.carriedOut == ["x", "x", "xxx"])
    }

    @Test("what is printed, the pages and the exit status are those of a run without a watch")
    func sameOutput() throws {
        let text = """
            // %% id="start"
            import Foundation
            import NotebookDisplay
            let word = getenv("FLOWBOOK_TRIAL_WORD").map { String(cString: $0) } ?? "none"
            print(word)

            // %% id="warns"
            func old() { let unused = 1 }
            Table([1.5, 2.5]) { Column("Number", \\.self) }

            // %% [markdown] id="prose"
            // The word is \\(word).

            // %% id="fails"
            let none: Int? = nil
            let some = none!

            // %% id="waits"
            some
            """
        let (alone, watched) = (try SmallProject(["trial": text]), try SmallProject(["trial": text]))
        let watch = try RunningWatch(in: watched, variables: ["FLOWBOOK_TRIAL_WORD": "watched"])
        _ = try watch.update()
        for word in ["watched", "other"] {
            for words in [["run", "trial"], ["run", "trial#waits"], ["run", "trial#start"], ["render"]] {
                let runs = try [alone, watched].map {
                    try ProgramRun(words, in: $0.folder, variables: ["FLOWBOOK_TRIAL_WORD": word])
                }
                #expect(Self.withoutHeadings(runs[0].output) == Self.withoutHeadings(runs[1].output), "\(words)")
                #expect(runs[0].errors == runs[1].errors, "\(words)")
                #expect(runs[0].status == runs[1].status, "\(words)")
            }
            #expect(alone.page("trial") == watched.page("trial"))
            #expect(alone.page("index") == watched.page("index"))
        }
    }

    /// Headings tell of times.
    private static func withoutHeadings(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { !$0.hasPrefix("── ") }
    }

    @Test("where the watch is killed in the middle of it, the command does the work itself")
    func killedWatch() throws {
        let project = try LinkProject(LinkProject.slow)
        let watch = try RunningWatch(in: project.small)
        _ = try watch.update()
        let run = try project.runSlowCell(in: watch) { _, _ in watch.kill() }
        #expect(run.status == 0)
        #expect(run.output.contains("the end"))
        #expect(run.errors.isEmpty)
    }

    @Test("a command that comes while another is served gets the same")
    func twoCommands() throws {
        let project = try LinkProject(LinkProject.slow)
        let watch = try RunningWatch(in: project.small)
        _ = try watch.update()
        var second: ProgramRun?
        let first = try project.runSlowCell(in: watch) { _, lock in
            second = try ProgramRun(["run", "trial#slow"], in: project.small.folder) { _ in
                while watch.guests < 2 { usleep(10_000) }
                lock.release()
            }
        }
        for run in [first, second] {
            #expect(run?.status == 0)
            #expect(run?.output.contains("the end") == true)
        }
        #expect(project.carriedOut == ["x", "x", ""])
    }

    @Test("Ctrl-C ends the command as it does without a watch, and the watch goes on")
    func interruption() throws {
        let project = try LinkProject(LinkProject.slow)
        let watch = try RunningWatch(in: project.small)
        _ = try watch.update()
        let run = try project.runSlowCell(in: watch) { process, _ in
            process.interrupt()
            process.waitUntilExit()
        }
        #expect(run.status == 1)
        #expect(run.output.contains("interrupted before it ended"))
        let again = try project.small.run("run", "trial#slow")
        #expect(again.output.contains("the end"))
        #expect(project.carriedOut == ["x", "x", ""])
        #expect(watch.interrupt() == 0)
    }

    @Test("a socket that nobody serves any more is no hindrance, for a command or another watch")
    func staleSocket() throws {
        let project = try LinkProject()
        let killed = try RunningWatch(in: project.small)
        _ = try killed.update()
        killed.kill()
        #expect(try project.small.names(in: ".flowbook").contains("watch.sock"))
        #expect(try project.small.run("run", "trial#third").status == 0)
        let watch = try RunningWatch(in: project.small)
        #expect(try watch.update()["notebook"].text == "trial")
        #expect(try RunningWatch(in: project.small).refusal().errors.contains("another watch runs"))
    }

    @Test("a watch that is stopped, and so never answers, is not waited for")
    func silentWatch() throws {
        let project = try LinkProject()
        let watch = try RunningWatch(in: project.small)
        _ = try watch.update()
        watch.signal(SIGSTOP)
        let run = try project.small.run("run", "trial#third")
        #expect(run.status == 0)
        #expect(run.output.contains("sum 7"))
        watch.signal(SIGCONT)
    }

    @Test("a watch with other values for parameters does not answer")
    func otherParameters() throws {
        let text = "// %% [parameters]\nlet count = 1\n\n// %% id=\"show\"\nprint(\"count \\(count)\")\n"
        let project = try SmallProject(["trial": text])
        let watch = try RunningWatch("--set", "count=2", in: project)
        _ = try watch.update()
        #expect(try project.run("run", "trial#show").output.contains("count 1"))
        #expect(try project.run("run", "trial#show", "--set", "count=2").output.contains("count 2"))
        #expect(try project.run("run", "trial#show", "--set", "count=3").output.contains("count 3"))
    }
}

/// A project whose cells leave a mark each time they are carried out.
private struct LinkProject {
    let small: SmallProject

    init(_ notebook: String = Self.notebook(adding: 1)) throws {
        small = try SmallProject(["trial": notebook])
        let made = small.folder.appendingPathComponent("made")
        try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
        try Data().write(to: made.appendingPathComponent("lock"))
    }

    static func notebook(adding number: Int) -> String {
        """
        \(beginning)
        // %% id="third"
        note("third")
        print("sum \\(list.reduce(\(number), +))")
        """
    }

    /// A notebook with a cell that runs every time, and does not end while somebody else holds a lock.
    static let slow = """
        \(beginning)
        // %% id="slow" cache=false timeout=1000
        let descriptor = open("made/lock", O_RDONLY)
        note("slow\\(list.count)")
        flock(descriptor, LOCK_EX)
        close(descriptor)
        print("the end")
        """

    private static let beginning = """
        // %% id="first"
        import Foundation
        var list = [1, 2]
        func note(_ name: String) {
            guard let file = fopen("made/\\(name)", "a") else { return }
            fputs("x", file)
            fclose(file)
        }
        note("first")

        // %% id="second"
        list.append(3)
        note("second")

        """

    /// What each cell has noted.
    var carriedOut: [String] { ["first", "second", "third"].map(noted) }

    private func noted(_ name: String) -> String {
        (try? String(contentsOf: small.folder.appendingPathComponent("made/\(name)"), encoding: .utf8)) ?? ""
    }

    /// Runs the slow cell by way of `watch`; it does not end before `meanwhile` has, or has released the lock.
    func runSlowCell(in watch: RunningWatch, _ meanwhile: (Process, Lock) throws -> Void) throws -> ProgramRun {
        let lock = Lock(at: small.folder.appendingPathComponent("made/lock").path)
        let before = noted("slow3")
        return try ProgramRun(["run", "trial#slow"], in: small.folder) { process in
            defer { lock.release() }
            while noted("slow3") == before || watch.guests == 0 { usleep(10_000) }
            try meanwhile(process, lock)
        }
    }
}
