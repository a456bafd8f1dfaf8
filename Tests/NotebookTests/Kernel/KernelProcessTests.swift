import Foundation
import Notebook
import Testing

/// The numbers of the processes whose command line contains `text`.
func processes(with text: String) -> [Int32] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { Int32($0) }.filter { process in
        let line = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
        return line?.contains(text) == true
    }
}

/// Whether `condition` comes true within three seconds.
func soon(_ condition: () -> Bool) -> Bool {
    for _ in 0..<300 {
        if condition() { return true }
        usleep(10_000)
    }
    return false
}

@Suite("Processes of the kernel", .serialized)
struct KernelProcessTests {
    /// A number of seconds that no other sleep on this machine has.
    private static func seconds() -> String { "\(Int.random(in: 100_000_000...999_999_999))" }

    private static func spawn(_ seconds: String) -> String {
        """
        import Glibc
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        posix_spawnattr_setflags(&attributes, 0x80)
        var child: pid_t = 0
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("sleep"), strdup("\(seconds)"), nil]
        print(posix_spawn(&child, "/bin/sleep", nil, &attributes, &arguments, nil))
        """
    }

    @Test("a program started by a cell, in a session of its own, ends with the cell")
    func endsSpawnedPrograms() throws {
        let bench = try KernelBench()
        let seconds = Self.seconds()
        let run = try bench.run(Self.spawn(seconds))
        #expect(run.output == "0\n")
        #expect(run.notices.map(\.kind) == [.leftProcesses(count: 1)])
        #expect(processes(with: seconds).isEmpty)
    }

    @Test("orphans of a cell that dies end with it", arguments: ["fatalError()", "raise(SIGKILL)", "while true {}"])
    func endsOrphans(end: String) throws {
        let bench = try KernelBench()
        let seconds = Self.seconds()
        let shell = "import Glibc\nsystem(\"(setsid sleep \(seconds) >/dev/null 2>&1 &)\")\n\(end)"
        let run = try bench.run(shell, limits: CellLimits(seconds: 1))
        #expect(run.snapshot == nil)
        #expect(processes(with: seconds).isEmpty)
    }

    @Test("hundreds of runs leave no zombie and no descriptor behind")
    func leavesNothing() throws {
        func descriptors() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }
        let root = try KernelBench()
        let good = try root.build("print(1)"), bad = try root.build("fatalError()")
        let before = descriptors()
        for turn in 0..<400 {
            let run = try root.run(turn % 8 == 0 ? bad : good)
            if let snapshot = run.snapshot { root.session.discard(snapshot) }
        }
        // Tests of other suites open some at the same time; a leak would be one for each run.
        #expect(descriptors() < before + 200)
        let kernels = Self.kernels(in: root.workshop.directory.resolvingSymlinksInPath().path)
        let process = try #require(kernels.min())
        #expect(soon { Self.children(of: process).isEmpty })
        root.session.close()
    }

    @Test("closing the session ends every snapshot")
    func closes() throws {
        let bench = try KernelBench()
        let seconds = Self.seconds()
        let first = try bench.snapshot("let mark = \(seconds)")
        _ = try bench.snapshot("print(mark)", from: first)
        let family = Self.kernels(in: bench.workshop.directory.resolvingSymlinksInPath().path)
        #expect(family.count == 3)
        bench.session.close()
        #expect(family.allSatisfy { kill($0, 0) != 0 })
    }

    @Test("a runner that is killed at any moment leaves no process behind", arguments: [0, 3, 30, 200, 700])
    func survivesNoKilledRunner(milliseconds: Int) async throws {
        let mark = Self.seconds()
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [mark = mark as String, milliseconds = milliseconds as Int] in
            try Self.runUntilKilled(mark: mark, milliseconds: milliseconds)
        }
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("cells-\(mark)")
        defer { try? FileManager.default.removeItem(at: directory) }
        #expect(soon { processes(with: mark).isEmpty && Self.kernels(in: directory.path).isEmpty })
    }

    /// Runs cells, the last of which never ends and starts a program of its own, until this process kills itself.
    private static func runUntilKilled(mark: String, milliseconds: Int) throws {
        let bench = try KernelBench(name: mark)
        let images = [
            try bench.build("var n = 0"), try bench.build("n += 1"), try bench.build(spawn(mark) + "\nwhile true {}"),
        ]
        Thread.detachNewThread {
            usleep(UInt32(milliseconds) * 1000)
            kill(getpid(), SIGKILL)
        }
        var snapshot = bench.session.root
        for image in images { snapshot = try #require(bench.run(image, from: snapshot).snapshot) }
    }

    /// The children of a process, those that have ended but were not waited for included.
    private static func children(of process: Int32) -> [Int32] {
        let list = try? String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
        return (list ?? "").split(separator: " ").compactMap { Int32($0) }
    }

    /// The kernel processes that find themselves in `directory`.
    private static func kernels(in directory: String) -> [Int32] {
        processes(with: "flowbook-kernel").filter {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == directory
        }
    }
}
