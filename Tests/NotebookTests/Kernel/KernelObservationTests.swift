import Foundation
import Notebook
import Testing

@Suite("What cells are seen to ask for", .serialized)
struct KernelObservationTests {
    /// A cell, and the observations of kinds other than `asked` that it must give; FILE and MISSING stand for paths.
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var source: String
        var reads: [String] = []
        var marks: [Observation] = []

        static let all: [Row] = [
            Row(
                testDescription: "fopen", source: "import Glibc\nlet f = fopen(\"FILE\", \"r\")!\nprint(fgetc(f))",
                reads: ["FILE"]),
            Row(
                testDescription: "open", source: "import Glibc\nlet f = open(\"FILE\", O_RDONLY)\nprint(f > 0)",
                reads: ["FILE"]),
            Row(
                testDescription: "a queue's work that goes on after the cell's last line",
                source: "import Foundation\nDispatchQueue.global().async { usleep(30_000); fopen(\"FILE\", \"r\") }",
                reads: ["FILE"]),
            Row(
                testDescription: "String(contentsOfFile:)",
                source: "import Foundation\nprint(try String(contentsOfFile: \"FILE\", encoding: .utf8))",
                reads: ["FILE"]),
            Row(
                testDescription: "Data(contentsOf:)",
                source: "import Foundation\nprint(try Data(contentsOf: URL(fileURLWithPath: \"FILE\")).count)",
                reads: ["FILE"]),
            Row(
                testDescription: "FileManager.contents",
                source: "import Foundation\nprint(FileManager.default.contents(atPath: \"FILE\")?.count ?? -1)",
                reads: ["FILE"]),
            Row(
                testDescription: "FileHandle",
                source: "import Foundation\nprint(FileHandle(forReadingAtPath: \"FILE\")!.readDataToEndOfFile().count)",
                reads: ["FILE"]),
            Row(
                testDescription: "a relative path",
                source: "import Glibc\nchdir(\"/\")\nprint(open(\"./\" + String(\"FILE\".dropFirst()), O_RDONLY) > 0)",
                reads: ["FILE"]),
            Row(
                testDescription: "a missing file",
                source: "import Foundation\nprint(FileManager.default.contents(atPath: \"MISSING\") as Any)",
                reads: ["MISSING"]),
            Row(testDescription: "Date()", source: "import Foundation\nprint(Date() > .distantPast)", marks: [.clock]),
            Row(testDescription: "ContinuousClock", source: "print(ContinuousClock().now < .now)", marks: [.clock]),
            Row(
                testDescription: "SystemRandomNumberGenerator", source: "print(Int.random(in: 0...9) < 10)",
                marks: [.randomness]),
            Row(
                testDescription: "UUID()", source: "import Foundation\nprint(UUID().uuidString.count)",
                marks: [.randomness]),
            Row(
                testDescription: "/dev/urandom",
                source: "import Glibc\nlet f = fopen(\"/dev/urandom\", \"r\")!\nprint(fgetc(f) >= 0)",
                marks: [.randomness]),
            Row(testDescription: "getpid", source: "import Glibc\nprint(getpid() > 1)", marks: [.processNumber]),
            Row(
                testDescription: "getloadavg",
                source: "import Glibc\nvar loads = [0.0]\nprint(getloadavg(&loads, 1))", marks: [.load]),
            Row(
                testDescription: "mkstemp",
                source: "import Glibc\nvar name = Array(\"MISSING.XXXXXX\".utf8CString)\nprint(mkstemp(&name) > 0)",
                marks: [.temporaryName]),
            Row(
                testDescription: "getenv",
                source: "import Glibc\nprint(getenv(\"FLOWBOOK_TEST\") != nil, getenv(\"NO_SUCH\") == nil)",
                marks: [.environment("FLOWBOOK_TEST", "here"), .environment("NO_SUCH", nil)]),
            Row(
                testDescription: "socket", source: "import Glibc\nprint(socket(AF_INET, 1, 0) > 0)",
                marks: [.connection]),
            Row(testDescription: "system", source: "import Glibc\nsystem(\"true\")", marks: [.program("true")]),
            Row(
                testDescription: "glob", source: "import Glibc\nvar found = glob_t()\nglob(\"/*\", 0, nil, &found)",
                marks: [.untraceable("glob")]),
            Row(
                testDescription: "FileManager.attributesOfFileSystem",
                source: """
                    import Foundation
                    let found = try FileManager.default.attributesOfFileSystem(forPath: "/tmp")
                    print(found[.systemFreeSize] != nil)
                    """,
                marks: [.untraceable("statvfs")]),
            Row(
                testDescription: "the calls that tell of a file system",
                source: """
                    import Glibc
                    typealias Call = @convention(c) (Int, UnsafeMutableRawPointer) -> Int32
                    var bytes = [UInt64](repeating: 0, count: 64)
                    for name in ["fstatfs", "fstatfs64", "fstatvfs", "fstatvfs64"] {
                        print(unsafeBitCast(dlsym(nil, name), to: Call.self)(0, &bytes))
                    }
                    """,
                marks: ["fstatfs", "fstatfs64", "fstatvfs", "fstatvfs64"].map { .untraceable($0) }),
            Row(
                testDescription: "extended attributes of a directory",
                source: """
                    import Glibc
                    typealias Call = @convention(c) (UnsafePointer<CChar>, UnsafeMutableRawPointer?, Int) -> Int
                    print(unsafeBitCast(dlsym(nil, "listxattr"), to: Call.self)("/", nil, 0) >= 0)
                    """,
                marks: [.untraceable("listxattr")]),
            Row(
                testDescription: "what asks for nothing",
                source: "let list = (0..<100).shuffled(using: &generator)\nprint(Set(list).count)"),
        ]
    }

    @Test("reading and asking is seen, by whatever call", arguments: Row.all)
    func observes(row: Row) throws {
        let bench = try KernelBench()
        let file = bench.workshop.directory.appendingPathComponent("input.txt")
        try "12\n".write(to: file, atomically: true, encoding: .utf8)
        let missing = bench.workshop.directory.appendingPathComponent("missing.txt").path
        func fill(_ text: String) -> String {
            text.replacingOccurrences(of: "FILE", with: file.path).replacingOccurrences(of: "MISSING", with: missing)
        }
        let base = try bench.snapshot(
            "struct Generator: RandomNumberGenerator { mutating func next() -> UInt64 { 4 } }\nvar generator = Generator()"
        )
        let run = try bench.run(fill(row.source), from: base)
        #expect(run.snapshot != nil)
        let observations = try #require(run.observations)
        let reads = observations.compactMap { if case .read(let path, let state) = $0 { (path, state) } else { nil } }
        for path in row.reads.map(fill) {
            #expect(reads.contains { $0 == path && $1 == FileState(at: path) }, "\(observations)")
        }
        for mark in row.marks { #expect(observations.contains(mark), "\(observations)") }
        let unwanted: [Observation] = [
            .clock, .load, .randomness, .temporaryName, .processNumber, .connection, .tooMany,
        ].filter { !row.marks.contains($0) }
        for mark in unwanted { #expect(!observations.contains(mark), "\(observations)") }
    }

    @Test("a file whose attributes are asked for is followed, extended ones included")
    func followsAttributes() throws {
        let run = try KernelBench().run(
            """
            import Foundation
            print(try FileManager.default.attributesOfItem(atPath: "/etc/passwd")[.size] != nil)
            typealias Call = @convention(c) (Int32, UnsafeMutableRawPointer?, Int) -> Int
            print(unsafeBitCast(dlsym(nil, "flistxattr"), to: Call.self)(open("/etc/group", O_RDONLY), nil, 0) >= 0)
            """)
        let observations = try #require(run.observations)
        #expect(run.output == "true\ntrue\n")
        for path in ["/etc/passwd", "/etc/group"] {
            #expect(observations.contains(.asked(path, FileState(at: path))), "\(observations)")
        }
        #expect(!observations.contains { if case .untraceable = $0 { true } else { false } }, "\(observations)")
    }

    @Test("a call without a path fails as it does anywhere")
    func toleratesMissingPaths() throws {
        let run = try KernelBench().run(
            """
            import Glibc
            typealias ReadLink = @convention(c) (Int32, UnsafePointer<CChar>?, UnsafeMutablePointer<CChar>?, Int) -> Int
            typealias Status = @convention(c) (Int32, UnsafePointer<CChar>?, Int32, UInt32, UnsafeMutableRawPointer?) -> Int32
            let readLink = unsafeBitCast(dlsym(nil, "readlinkat"), to: ReadLink.self)
            let status = unsafeBitCast(dlsym(nil, "statx"), to: Status.self)
            var bytes = [CChar](repeating: 0, count: 1024)
            print(readLink(AT_FDCWD, nil, &bytes, 1024), status(AT_FDCWD, nil, 0, 0xfff, &bytes))
            """)
        #expect(run.output == "-1 -1\n")
    }

    @Test("a plain cell has no observations at all")
    func observesNothing() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "var seen: [String: Int] = [:]\nfor word in [\"a\", \"b\"] { seen[word, default: 0] += 1 }\nprint(seen)")
        #expect(run.observations == [])
    }

    @Test("what a cell wrote itself is no input of it, what it read before is")
    func distinguishesOwnWrites() throws {
        let bench = try KernelBench()
        let directory = bench.workshop.directory.path
        try "old".write(toFile: directory + "/both", atomically: false, encoding: .utf8)
        let before = FileState(at: directory + "/both")
        let run = try bench.run(
            """
            import Foundation
            for text in ["new", "newer"] { try text.write(toFile: "own", atomically: false, encoding: .utf8) }
            print(try String(contentsOfFile: "own", encoding: .utf8))
            print(try String(contentsOfFile: "both", encoding: .utf8))
            try "new".write(toFile: "both", atomically: false, encoding: .utf8)
            print(try String(contentsOfFile: "both", encoding: .utf8))
            """)
        #expect(run.output == "newer\nold\nnew\n")
        let observations = try #require(run.observations)
        #expect(observations.contains(.wrote(directory + "/own")) && observations.contains(.wrote(directory + "/both")))
        #expect(observations.contains(.read(directory + "/both", before)))
        #expect(!observations.contains { if case .read(directory + "/own", _) = $0 { true } else { false } })
        #expect(!observations.contains(.tooMany))
    }

    @Test("listing a directory and asking for a file are told apart")
    func tellsListingFromAsking() throws {
        let bench = try KernelBench()
        let directory = bench.workshop.directory.path
        let run = try bench.run(
            "import Foundation\nprint(try FileManager.default.contentsOfDirectory(atPath: \".\").count > 0)\nprint(FileManager.default.fileExists(atPath: \"nothing\"))"
        )
        let observations = try #require(run.observations)
        #expect(observations.contains(.listed(directory, FileState(at: directory))))
        #expect(observations.contains(.asked(directory + "/nothing", .missing)))
    }

    @Test("more than can be kept is told")
    func overflows() throws {
        let bench = try KernelBench()
        let run = try bench.run("import Glibc\nfor i in 0..<20_000 { access(\"/nowhere/\\(i)\", 0) }")
        #expect(try #require(run.observations).contains(.tooMany))
    }

    @Test("a failing cell tells what it had read")
    func observesFailingCell() throws {
        let bench = try KernelBench()
        let run = try bench.run("import Glibc\nprint(getenv(\"FLOWBOOK_TEST\") == nil)\nfatalError()")
        #expect(run.observations == [.environment("FLOWBOOK_TEST", "here")])
    }

    @Test("threads that read at the same time lose nothing")
    func observesThreads() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            """
            import Foundation
            let threads = (0..<8).map { t in Thread { for i in 0..<200 { access("/nowhere/\\(t)/\\(i)", 0) } } }
            for thread in threads { thread.start() }
            while !threads.allSatisfy({ $0.isFinished }) { usleep(1000) }
            """)
        let asked = try #require(run.observations).filter {
            if case .asked(let path, .missing) = $0 { path.hasPrefix("/nowhere/") } else { false }
        }
        #expect(asked.count == 1600)
    }
}
