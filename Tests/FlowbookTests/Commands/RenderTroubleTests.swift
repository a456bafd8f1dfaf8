import Foundation
import Testing

@Suite("render when the machine does not help")
struct RenderTroubleTests {
    private static let notebook =
        "// %% Plot id=\"plot\"\nimport NotebookDisplay\nPlot(\"Line.\") { Line([1, 2, 3]) }\n"

    private let project: SmallProject

    init() throws { project = try SmallProject(["01-plot": Self.notebook]) }

    /// The Swift compiler on the test's own path.
    private func compilerOnPath() throws -> URL {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let candidates = path.split(separator: ":").map { "\($0)/swiftc" }
        let found = try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0) })
        return URL(fileURLWithPath: found)
    }

    /// A folder in which nothing but the compiler is found.
    private func toolchain() throws -> URL {
        let folder = project.folder.appendingPathComponent("bin")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appendingPathComponent("swiftc"), withDestinationURL: try compilerOnPath())
        return folder
    }

    @Test("without gnuplot the cell says so, one line tells the remedy, and the page is there")
    func gnuplot() throws {
        let run = try project.run("render", variables: ["PATH": toolchain().path])
        #expect(run.status == 1)
        #expect(
            run.errors
                == "Notebooks/01-plot.swift:1: cell plot: gnuplot: not found on PATH; install it with: apt-get install gnuplot-nox\n"
        )
        #expect(project.page("01-plot")?.contains("gnuplot: not found on PATH") == true)
        #expect(try project.run("render").status == 0)
    }

    @Test("where the system does not let addresses be fixed one line says so, and the page is there")
    func addresses() throws {
        let run = try #require(RandomAddresses.run(["render"], in: project.folder))
        #expect(run.status == 0)
        #expect(
            run.errors
                == "flowbook: warning: addresses: the system does not let them be the same in every run, so that "
                + "results which mention some cannot be relied on; allow the system call personality with "
                + "ADDR_NO_RANDOMIZE\n")
        #expect(project.page("01-plot") != nil)
    }

    @Test("without a compiler one line tells the remedy, and the page that was there stays")
    func compiler() throws {
        #expect(try project.run("render").status == 0)
        let before = project.page("01-plot")
        let run = try project.run("render", variables: ["PATH": "/nowhere"])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("flowbook: cannot build: swiftc: not found on PATH (/nowhere); install"))
        #expect(run.errors.filter { $0 == "\n" }.count == 1)
        #expect(project.page("01-plot") == before)
    }

    @Test(
        "where few files may be open one line tells the limit, and nothing is written",
        arguments: [5, 10, 64, 199, 255])
    func descriptors(limit: Int) throws {
        let run = try shell("ulimit -n \(limit); exec \"$0\" render")
        #expect(run.status == 1)
        #expect(
            run.errors
                == "flowbook: kernel failed: open files: the limit is \(limit), and 256 are needed; "
                + "raise the limit on open files with `ulimit -n`\n")
        #expect(try project.names(in: ".").contains(".flowbook") == false)
        #expect(try project.names(in: "output").isEmpty)
    }

    @Test("with as many as are needed the page is there")
    func enoughDescriptors() throws {
        #expect(try shell("ulimit -n 256; exec \"$0\" render").status == 0)
        #expect(project.page("01-plot") != nil)
    }

    /// Runs a shell's command in the project, with the program as `$0`.
    private func shell(_ command: String) throws -> (status: Int32, errors: String) {
        let (process, errors) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command, ProgramRun.program.path]
        process.currentDirectoryURL = project.folder
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test(
        "where llvm-symbolizer says nothing a failure is told without its line, and with it once it answers again",
        arguments: ["exit 0", "exit 1", "kill -9 $$", "echo '[]'"])
    func symbolizer(answer: String) throws {
        try project.write("// %% Trap id=\"trap\"\nlet one = 1\nfatalError(\"here\")\n", to: "01-plot")
        let real = try compilerOnPath().resolvingSymlinksInPath().deletingLastPathComponent()
        try makeFile("usr/bin/swiftc", "")
        for name in ["bin/swift-frontend", "bin/ld.lld", "lib"] {
            let origin = real.deletingLastPathComponent().appendingPathComponent(name)
            try FileManager.default.createSymbolicLink(
                at: project.folder.appendingPathComponent("usr/\(name)"), withDestinationURL: origin)
        }
        try makeFile("usr/bin/llvm-symbolizer", "#!/bin/sh\n\(answer)\n")
        let path = ["PATH": project.folder.appendingPathComponent("usr/bin").path + ":/usr/bin:/bin"]
        for _ in 0..<2 {
            let silent = try project.run("render", variables: path)
            #expect(silent.status == 1)
            #expect(silent.errors == "Notebooks/01-plot.swift:1: cell trap: crashed: here\n")
        }
        let symbolizer = real.appendingPathComponent("llvm-symbolizer").path
        try makeFile("usr/bin/llvm-symbolizer", "#!/bin/sh\nexec '\(symbolizer)' \"$@\"\n")
        let placed = try project.run("render", variables: path)
        #expect(placed.errors == "Notebooks/01-plot.swift:3: cell trap: crashed: here\n")
    }

    @Test("a formula that cannot be set is told in its place, with the others set, and check finds it")
    func formula() throws {
        try project.write(
            "// %% [markdown] id=\"prose\"\n// First $\\foo$,\n// then $x^2$.\n", to: "01-plot")
        #expect(try project.run("render").status == 0)
        let page = try #require(project.page("01-plot"))
        #expect(page.contains("<code>\\foo</code>: Unrecognised command &quot;\\foo&quot;"))
        #expect(page.contains("<msup><mi>x</mi><mn>2</mn></msup>"))
        let check = try project.run("check")
        #expect(check.status == 1)
        #expect(
            check.errors
                == "Notebooks/01-plot.swift:2: cell prose: formula \"\\foo\": Unrecognised command \"\\foo\"\n")
    }

    @Test("a compiler of another version than the library's is refused, with both versions")
    func version() throws {
        let runtime = "usr/lib/swift/linux"
        let tools = ["swiftc", "swift-frontend", "ld.lld", "llvm-symbolizer"].map { "usr/bin/\($0)" }
        for path in tools + ["\(runtime)/x86_64/swiftrt.o"] { try makeFile(path, "") }
        let module = "\(runtime)/Swift.swiftmodule/x86_64-unknown-linux-gnu.swiftmodule"
        try makeFile(module, "…Swift version 5.1 (swift-5.1-RELEASE)…")
        let path = project.folder.appendingPathComponent("usr/bin").path
        let run = try project.run("render", variables: ["PATH": "\(path):/usr/bin:/bin"])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("flowbook: cannot build: swiftc: is 5.1, but the library was built with 6."))
        #expect(run.errors.filter { $0 == "\n" }.count == 1)
    }

    private func makeFile(_ path: String, _ text: String) throws {
        let file = project.folder.appendingPathComponent(path).standardizedFileURL
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    @Test("an output folder that cannot be one is told before anything runs", arguments: ["taken", "taken/pages"])
    func output(folder: String) throws {
        try Data().write(to: project.folder.appendingPathComponent("taken"))
        let run = try project.run("render", "--output", folder)
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("flowbook: cannot write: \(folder): not a directory; make room"))
        #expect(!FileManager.default.fileExists(atPath: project.folder.appendingPathComponent(".flowbook").path))
    }

    @Test(
        "an output folder that is a link to nothing is told with what to do about it",
        arguments: ["link", "link/pages"])
    func linkToNothing(folder: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.appendingPathComponent("link").path, withDestinationPath: "nowhere")
        let run = try project.run("render", "--output", folder)
        #expect(run.status == 1)
        #expect(
            run.errors
                == "flowbook: cannot write: link: it leads to nowhere, which is not there; make that folder, remove the "
                + "link, or choose another with --output\n")
    }

    @Test("an interrupted render leaves a page that says so, and no process")
    func interruption() throws {
        let text = """
            // %% First id="first"
            1 + 1

            // %% Slow id="slow"
            import Glibc
            let started = creat("started", 0o644)
            sleep(60)

            // %% After id="after"
            started + 1
            """
        try project.write(text, to: "01-plot")
        let started = project.folder.appendingPathComponent("started").path
        let run = try ProgramRun(["render"], in: project.folder) { process in
            for _ in 0..<600 where !FileManager.default.fileExists(atPath: started) { usleep(100_000) }
            process.interrupt()
        }
        #expect(run.status == 1)
        #expect(run.errors == "Notebooks/01-plot.swift:4: cell slow: interrupted, and 1 more\n")
        #expect(project.page("01-plot")?.contains("The run was stopped before this cell ended.") == true)
    }
}
