import Notebook
import Testing

/// A cell that fails, and what is to be said about it.
struct FailingCell: CustomTestStringConvertible, Sendable {
    var name: String
    var source: String
    var message: String?
    var line: Int?
    var signal: Int?
    var testDescription: String { name }

    init(_ name: String, _ source: String, message: String? = nil, line: Int? = nil, signal: Int? = nil) {
        self.name = name
        self.source = source
        self.message = message
        self.line = line
        self.signal = signal
    }

    static let crashes: [FailingCell] = [
        .init(
            "index", "let list = [1, 2]\nlet place = list.count + 3\nprint(list[place])", message: "Index out of range",
            line: 3),
        .init("overflow", "var small: UInt8 = 250\nfor _ in 0..<9 {\n    small += 1\n}", line: 3),
        .init(
            "force-unwrap", "let none: Int? = Int(\"x\")\nprint(none!)",
            message: "Unexpectedly found nil while unwrapping an Optional value", line: 2),
        .init(
            "fatalError in a function", "func give() -> Int {\n    fatalError(\"no more\")\n}\nprint(give())",
            message: "no more", line: 2),
        .init("fatalError without words", "\n\nfatalError()", message: "Fatal error", line: 3),
        .init("message of several lines", "fatalError(\"a\\nb\")", message: "a\nb", line: 1),
        .init(
            "assertion", "let n = 1\nassert(n == 2, \"must be two\")", message: "Assertion failed: must be two", line: 2
        ),
        .init(
            "cast", "let value: Any = \"text\"\nprint(value as! Int)",
            message: "Could not cast value of type 'Swift.String' to 'Swift.Int'.", line: 2),
        .init("division", "let zero = Int(\"0\") ?? 1\nprint(1 / zero)", message: "Division by zero", line: 2),
        .init(
            "exclusive access",
            "var list = [1, 2]\nfunc both(_ a: inout [Int], _ body: () -> Void) { body() }\nfunc clash() {\n    both(&list) {\n        list.append(1)\n    }\n}\nclash()",
            message: "Simultaneous accesses, but modification requires exclusive access.", line: 5),
        .init(
            "dangling unowned",
            "final class A {}\nfunc make() -> () -> A {\n    let a = A()\n    return { [unowned a] in a }\n}\nlet get = make()\n_ = get()",
            line: 4),
        .init(
            "negative range", "let n = -1\nfor i in 0..<n { print(i) }",
            message: "Range requires lowerBound <= upperBound", line: 2),
        .init(
            "precondition", "precondition(1 == Int(\"2\"), \"not equal\")", message: "Precondition failed: not equal",
            line: 1),
        .init("try!", "struct E: Error {}\nfunc f() throws { throw E() }\ntry! f()", line: 3),
        .init("abort", "import Glibc\nprint(1)\nabort()", line: 3, signal: 6),
        .init("raise SIGSEGV", "import Glibc\nraise(SIGSEGV)", line: 2, signal: 11),
        .init(
            "wild pointer", "let wild = UnsafePointer<Int>(bitPattern: 64)\nprint(wild!.pointee)", line: 2, signal: 11),
        .init("raise SIGKILL", "import Glibc\nraise(SIGKILL)", signal: 9),
        .init("raise SIGTERM", "import Glibc\nraise(SIGTERM)", line: 2, signal: 15),
        .init(
            "broken pipe",
            "import Glibc\nvar ends: [Int32] = [0, 0]\npipe(&ends)\nclose(ends[0])\nwrite(ends[1], \"x\", 1)", line: 5,
            signal: 13),
        .init(
            "crash on a thread",
            "import Foundation\nlet thread = Thread {\n    fatalError(\"on a thread\")\n}\nthread.start()\nsleep(5)",
            message: "on a thread", line: 3),
    ]
}

@Suite("How cells end", .serialized)
struct KernelEndingTests {
    @Test("a crash is told with its message, its line and its signal", arguments: FailingCell.crashes)
    func crashes(cell: FailingCell) throws {
        let bench = try KernelBench()
        let run = try bench.run("print(\"before\")\n#sourceLocation(file: \"cell\", line: 1)\n" + cell.source)
        guard case .crashed(let crash) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        if let message = cell.message { #expect(crash.message == message) }
        if let signal = cell.signal { #expect(crash.signal == signal) }
        #expect(crash.place?.line == cell.line)
        #expect(!crash.isStackOverflow)
        #expect(run.output.hasPrefix("before\n"))
        #expect(run.errorOutput == "")
    }

    @Test("endless recursion is a stack overflow at a line of the cell")
    func overflows() throws {
        let bench = try KernelBench()
        let run = try bench.run("func down(_ n: Int) -> Int {\n    down(n + 1) + 1\n}\nprint(down(0))")
        guard case .crashed(let crash) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(crash.isStackOverflow)
        #expect((1...4).contains(crash.place?.line ?? 0))
    }

    @Test("endless recursion on a thread is told as well")
    func overflowsOnThread() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Foundation\nfunc down(_ n: Int) -> Int {\n    down(n + 1) + 1\n}\nlet thread = Thread { print(down(0)) }\nthread.start()\nsleep(5)"
        )
        guard case .crashed(let crash) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(crash.isStackOverflow)
        #expect((2...5).contains(crash.place?.line ?? 0))
    }

    @Test("an uncaught error is told with the line of its throw")
    func throwsError() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "struct Bad: Error { var why: String }\nfunc work() throws {\n    throw Bad(why: \"tired\")\n}\nprint(1)\ntry work()"
        )
        guard case .threw("Bad(why: \"tired\")", let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 3)
        #expect(place?.file == "Cell_1")
        #expect(run.output == "1\n")
    }

    @Test("an error that was caught before does not lend its line to the next")
    func throwsAfterCatching() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "enum E: Error { case a, b }\nfunc one() throws { throw E.a }\nfunc two() throws {\n    throw E.b\n}\ntry? one()\ntry two()"
        )
        guard case .threw("b", let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 4)
    }

    @Test("exit is told with its code and line", arguments: ["exit", "_exit", "quick_exit"])
    func exits(function: String) throws {
        let bench = try KernelBench()
        let run = try bench.run("import Glibc\nprint(\"kept\", terminator: \"\")\n\(function)(7)")
        guard case .exited(7, let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 3)
        #expect(run.output == "kept")
    }

    @Test(
        "fork and exec are refused", arguments: ["let fork = dlsym(nil, \"fork\")", "let fork = dlsym(nil, \"vfork\")"])
    func forks(declaration: String) throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\n\(declaration)\ntypealias F = @convention(c) () -> Int32\nlet f = unsafeBitCast(fork, to: F.self)\n_ = f()"
        )
        guard case .forked(let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 5)
    }

    @Test("exec is refused")
    func replaces() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Glibc\nvar arguments: [UnsafeMutablePointer<CChar>?] = [strdup(\"true\"), nil]\nexecv(\"/bin/true\", &arguments)"
        )
        guard case .replaced(let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 3)
    }

    @Test("a thread that outlives its cell ends it")
    func leavesThread() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Foundation\nlet thread = Thread {\n    sleep(1000)\n}\nthread.start()\nprint(1)")
        guard case .leftThread(let place) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(place?.line == 5)
        #expect(run.output == "1\n")
    }

    @Test("a thread that ends with its cell leaves a snapshot that can be forked")
    func joinsThread() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            "import Foundation\nlet done = DispatchSemaphore(value: 0)\nlet thread = Thread { done.signal() }\nthread.start()\ndone.wait()"
        )
        #expect(try #require(run.snapshot).bond == nil)
    }

    @Test("after Dispatch has been used the next cell runs in the same process")
    func runsInPlace() throws {
        let bench = try KernelBench()
        let first = try bench.run(
            "import Dispatch\nvar sum = 0\nlet queue = DispatchQueue(label: \"q\")\nlet group = DispatchGroup()\nqueue.async(group: group) { sum += 40 }\ngroup.wait()"
        )
        let snapshot = try #require(first.snapshot)
        #expect(snapshot.bond == .poolThreads)
        let second = try bench.run("sum += 2\nprint(sum)", from: snapshot)
        #expect(second.output == "42\n")
        #expect(throws: KernelError.self) { try bench.run("print(sum)", from: snapshot) }
        let third = try bench.run("let none: Int? = nil\nprint(none!)", from: second.snapshot)
        #expect(third.lostSnapshot)
        guard case .crashed = third.ending else {
            Issue.record("\(third.ending)")
            return
        }
    }

    @Test(
        "work left in the pools of Dispatch or of tasks ends the cell",
        arguments: [
            "import Dispatch\nDispatchQueue.global().async { while true {} }",
            "import Foundation\nDispatchQueue.global().async { sleep(100_000) }",
            "import Dispatch\nDispatchQueue.global().asyncAfter(deadline: .now() + 100_000) { print(1) }",
            "import Dispatch\nTask.detached { while true {} }",
            "import Dispatch\nTask.detached { try await Task.sleep(nanoseconds: 100_000_000_000_000); print(1) }",
        ])
    func leavesWork(source: String) throws {
        let bench = try KernelBench()
        let run = try bench.run(source)
        guard case .leftThread = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
    }

    @Test("work that is over leaves the pools idle")
    func finishesWork() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            """
            import Dispatch
            let done = DispatchSemaphore(value: 0)
            Task.detached { try await Task.sleep(nanoseconds: 1_000_000); done.signal() }
            done.wait()
            DispatchQueue.concurrentPerform(iterations: 50) { _ in }
            print("over")
            """)
        #expect(run.output == "over\n")
        #expect(run.snapshot?.bond == .poolThreads, "\(run.ending)")
    }

    @Test("programs started with Foundation's Process are waited for, and bind the snapshot")
    func runsProcess() throws {
        let bench = try KernelBench()
        let run = try bench.run(
            """
            import Foundation
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/echo")
            process.arguments = ["hello"]
            try process.run()
            process.waitUntilExit()
            print(process.terminationStatus)
            """)
        #expect(run.output == "hello\n0\n")
        #expect(run.snapshot?.bond == .poolThreads, "\(run.ending)")
    }

    @Test("a cell that kills its snapshot's process is an error of the kernel, and the session can be closed")
    func killsParent() throws {
        let bench = try KernelBench()
        #expect(throws: KernelError.self) { try bench.run("import Glibc\nkill(getppid(), SIGKILL)\nsleep(10)") }
    }

    @Test("a cell that cannot be loaded says why")
    func isNotLoaded() throws {
        let bench = try KernelBench()
        let run = try bench.run(CellImage(path: "/nowhere/cell.so", entry: "main"))
        guard case .notLoaded(let reason) = run.ending else {
            Issue.record("\(run.ending)")
            return
        }
        #expect(reason.contains("/nowhere/cell.so"))
    }
}
