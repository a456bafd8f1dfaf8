import Foundation
import Notebook
import Testing

@Suite("What every cell finds", .serialized)
struct KernelWorldTests {
    @Test("the working directory is put back, and the change told with its line")
    func restoresDirectory() throws {
        let bench = try KernelBench()
        let run = try bench.run("import Glibc\nprint(1)\nchdir(\"/usr\")")
        #expect(
            run.notices == [
                KernelNotice(kind: .changedDirectory(to: "/usr"), place: CellPlace(file: "Cell_1", line: 3, column: 1))
            ])
        let after = try #require(run.snapshot)
        let next = try bench.run("import Foundation\nprint(FileManager.default.currentDirectoryPath)", from: after)
        #expect(next.output == bench.workshop.directory.resolvingSymlinksInPath().path + "\n")
        #expect(next.notices == [])
    }

    @Test("the environment is put back, and the change told with its line")
    func restoresEnvironment() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\n\nsetenv(\"NEW\", \"1\", 1)\nunsetenv(\"FLOWBOOK_TEST\")\nprint(getenv(\"NEW\") != nil)")
        #expect(run.notices.map(\.kind) == [.changedEnvironment("NEW, FLOWBOOK_TEST")])
        #expect(run.notices.first?.place?.line == 3)
        #expect(run.observations == [])
        let after = try #require(run.snapshot)
        #expect(
            try bench.run(
                "import Glibc\nprint(getenv(\"NEW\") == nil, String(cString: getenv(\"FLOWBOOK_TEST\")))", from: after
            ).output == "true here\n")
    }

    @Test("what names cannot carry is the same for every cell")
    func restoresTheRest() throws {
        let bench = try KernelBench()
        let look = """
            import Glibc
            umask(0o22)
            var limit = rlimit()
            getrlimit(__rlimit_resource_t(7), &limit)
            print(rand(), drand48(), String(cString: setlocale(LC_ALL, nil)), limit.rlim_cur, fegetround())
            var now = 0
            var parts = tm()
            localtime_r(&now, &parts)
            print(parts.tm_hour, String(cString: parts.tm_zone))
            """
        let spoil = """
            import Glibc
            srand(77)
            srand48(5)
            setlocale(LC_ALL, "C")
            signal(SIGPIPE, SIG_IGN)
            fesetround(0x400)
            var narrow = rlimit(rlim_cur: 64, rlim_max: 1024)
            getrlimit(__rlimit_resource_t(7), &narrow)
            narrow.rlim_cur = 250
            setrlimit(__rlimit_resource_t(7), &narrow)
            """
        let fresh = try bench.run(look)
        let after = try bench.snapshot(spoil)
        #expect(fresh.output.contains("0 UTC"))
        // What a C program prints that never seeded the two generators.
        #expect(fresh.output.contains("1804289383 3.907985046680551e-14 C.UTF-8"))
        #expect(try bench.run(look, from: after).output == fresh.output)
    }

    @Test("hashing is the same in every session, unless asked otherwise")
    func fixesHashing() throws {
        let source = "print(Set(0..<40).map { $0 })"
        let outputs = try (0..<2).map { _ in try KernelBench().run(source).output }
        #expect(outputs[0] == outputs[1])
    }

    @Test("an open file stands where the snapshot left it, for every cell from there")
    func restoresPositions() throws {
        let bench = try KernelBench()
        try "abcdefgh".write(toFile: bench.workshop.directory.path + "/letters", atomically: false, encoding: .utf8)
        let base = try bench.snapshot(
            "import Glibc\nlet file = open(\"letters\", O_RDONLY)\nfunc take() -> Character {\n    var byte: UInt8 = 0\n    read(file, &byte, 1)\n    return Character(UnicodeScalar(byte))\n}\nprint(take())"
        )
        let image = try bench.build("print(take(), take())")
        #expect(try bench.run(image, from: base).output == "b c\n")
        #expect(try bench.run(image, from: base).output == "b c\n")
        let later = try #require(bench.run(image, from: base).snapshot)
        #expect(try bench.run("print(take())", from: later).output == "d\n")
    }

    @Test("an open pipe binds the snapshot to its process")
    func bindsOpenPipes() throws {
        let bench = try KernelBench()
        let base = try bench.snapshot("import Glibc\nvar ends: [Int32] = [0, 0]\npipe(&ends)\nwrite(ends[1], \"x\", 1)")
        #expect(base.bond == .openChannels)
        #expect(
            try bench.run("import Glibc\nvar byte: UInt8 = 0\nprint(read(ends[0], &byte, 1))", from: base).output
                == "1\n")
    }

    @Test("buffered text of a cell's own files is written once")
    func flushesFiles() throws {
        let bench = try KernelBench()
        let base = try bench.snapshot("import Glibc\nlet file = fopen(\"own\", \"w\")!\nfputs(\"once\\n\", file)")
        let image = try bench.build("import Glibc\nfflush(file)")
        for _ in 0..<3 { _ = try bench.run(image, from: base) }
        #expect(try String(contentsOfFile: bench.workshop.directory.path + "/own", encoding: .utf8) == "once\n")
    }
}
