import Foundation
import Testing

@Suite("The program, from a shell")
struct ProgramTests {
    private static let commands = [
        "render", "run", "watch", "explain", "check", "list", "new", "flows", "capture", "entropy", "clean",
    ]

    @Test(
        "help and version go to standard output",
        arguments: [["--help"], ["--version"]] + commands.map { [$0, "--help"] })
    func help(words: [String]) throws {
        let run = try withTemporaryFolder { try ProgramRun(words, in: $0) }
        #expect(run.status == 0)
        #expect(!run.output.isEmpty)
        #expect(run.errors.isEmpty)
    }

    @Test(
        "a mistake ends with its code and one line on standard error",
        arguments: [
            (["rednder"], 2, "did you mean render?"), (["--versoin"], 2, "did you mean --version?"),
            (["render", "--outptu", "x"], 2, "did you mean --output?"),
            (["render", "--timeout", "soon"], 2, "seconds"),
            (["run"], 2, "missing operand"), (["new", "a b"], 2, "invalid name"), (["list"], 3, "flowbook new"),
            (["render"], 3, "no notebooks"), (["explain", "./nothing.swift"], 3, "no such file"),
        ] as [([String], Int32, String)])
    func mistakes(words: [String], status: Int32, part: String) throws {
        let run = try withTemporaryFolder { try ProgramRun(words, in: $0) }
        #expect(run.status == status)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("flowbook: "))
        #expect(run.errors.contains(part))
        #expect(run.errors.filter { $0 == "\n" }.count == 1)
    }

    @Test("no command at all is a mistake that gets the help")
    func nothing() throws {
        let run = try withTemporaryFolder { try ProgramRun([], in: $0) }
        #expect(run.status == 2)
        #expect(run.errors.contains("Usage: flowbook COMMAND"))
    }

    @Test("new makes a notebook, list shows it, and a second new leaves it alone")
    func new() throws {
        try withTemporaryFolder { folder in
            let made = try ProgramRun(["new", "port-scans"], in: folder)
            #expect(made.output == "Notebooks/01-port-scans.swift\n")
            let file = folder.appendingPathComponent("Notebooks/01-port-scans.swift")
            try Data("mine".utf8).write(to: file)
            #expect(try ProgramRun(["new", "port-scans"], in: folder).status == 2)
            #expect(try Data(contentsOf: file) == Data("mine".utf8))
            #expect(try ProgramRun(["list"], in: folder).output.contains("01-port-scans"))
        }
    }

    @Test("list names every notebook with its cells and its title, and tells of a file that is none")
    func list() throws {
        try withTemporaryFolder { folder in
            #expect(try ProgramRun(["new", "port-scans"], in: folder).status == 0)
            #expect(try ProgramRun(["list"], in: folder).output == "01-port-scans     5 cells  Port scans\n")
            let json =
                #"{"name":"01-port-scans","path":"Notebooks/01-port-scans.swift","title":"Port scans","cells":5}"#
            #expect(try ProgramRun(["list", "--json"], in: folder).output == json + "\n")
            try Data("// %% A=b\n".utf8).write(to: folder.appendingPathComponent("Notebooks/00-bad.swift"))
            let run = try ProgramRun(["list"], in: folder)
            #expect(run.status == 3)
            #expect(run.errors.hasPrefix("flowbook: not a notebook: Notebooks/00-bad.swift:1:"))
            #expect(run.output.contains("Port scans"))
            let lines = try ProgramRun(["list", "--json"], in: folder).output.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(
                lines[0].hasPrefix(#"{"name":"00-bad","path":"Notebooks/00-bad.swift","error":{"message":"not a no"#))
            #expect(lines[1] == json)
        }
    }

    @Test("clean removes the store, and with --pages the pages, and nothing else")
    func clean() throws {
        try withTemporaryFolder { folder in
            for path in [".flowbook/cells/a", "output/01.html", "output/mine.txt", "Notebooks/01-x.swift"] {
                let file = folder.appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: file)
            }
            #expect(try ProgramRun(["clean"], in: folder).status == 0)
            #expect(try remaining(in: folder) == ["Notebooks/01-x.swift", "output/01.html", "output/mine.txt"])
            #expect(try ProgramRun(["clean", "--pages"], in: folder).status == 0)
            #expect(try remaining(in: folder) == ["Notebooks/01-x.swift", "output/mine.txt"])
        }
    }

    @Test("clean removes a link and not what it points at")
    func link() throws {
        try withTemporaryFolder { folder in
            let kept = folder.appendingPathComponent("elsewhere/kept")
            try FileManager.default.createDirectory(at: kept, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder.appendingPathComponent(".flowbook").path, withDestinationPath: "elsewhere")
            #expect(try ProgramRun(["clean"], in: folder).status == 0)
            #expect(FileManager.default.fileExists(atPath: kept.path))
            #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent(".flowbook").path))
        }
    }

    /// The files below a folder, sorted.
    private func remaining(in folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { !folder.appendingPathComponent($0).hasDirectoryPath }.sorted()
    }
}
