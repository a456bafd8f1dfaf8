extension Fault {
    /// Mistakes that end a program.
    static let crashes: [Fault] = [
        Fault("does not compile", "let text: Int = \"text\"", fails: "does not compile", line: 1),
        Fault("syntax error", "let = (", fails: "does not compile", line: 1),
        Fault("redeclares a name", "let spare = 1", fails: "'spare' is declared already", line: 1),
        Fault("index", "let list = [1]\nprint(list[needed])", fails: "crashed: Index out of range", line: 2),
        Fault("overflow", "var small: UInt8 = 250\nfor _ in 0..<9 {\n    small += 1\n}", fails: "crashed", line: 3),
        Fault("force-unwrap", "print(Int(\"x\")!)", fails: "crashed: Unexpectedly found nil", line: 1),
        Fault("fatalError", "print(1)\nfatalError(\"on purpose\")", fails: "crashed: on purpose", line: 2),
        Fault(
            "precondition", "precondition(needed == 0, \"not zero\")", fails: "crashed: Precondition failed: not zero",
            line: 1),
        Fault("throws", "print(1)\nthrow Trouble()", fails: "threw an error: Trouble()", line: 2),
        Fault("try!", "func work() throws { throw Trouble() }\ntry! work()", fails: "crashed", line: 2),
        Fault("exit", "exit(3)", fails: "ended the program with exit code 3", line: 1),
        Fault("exit without failure", "exit(0)", fails: "ended the program with exit code 0", line: 1),
        Fault("_exit", "_exit(3)", fails: "ended the program with exit code 3", line: 1),
        Fault("exit by system call", "call(231, 4)", fails: "ended the program with exit code 4"),
        Fault("abort", "abort()", fails: "crashed: the program aborted itself", line: 1),
        Fault("SIGSEGV", "raise(SIGSEGV)", fails: "crashed: it touched memory", line: 1),
        Fault(
            "wild pointer", "UnsafeMutablePointer<Int>(bitPattern: 64)!.pointee = 1",
            fails: "crashed: it touched memory", line: 1),
        Fault("SIGKILL", "kill(getpid(), SIGKILL)", fails: "crashed: its process was killed"),
        Fault("SIGTERM", "kill(getpid(), SIGTERM)", fails: "crashed: signal 15"),
        Fault("alarm", "alarm(1)\nsleep(20)", fails: "crashed: signal 14"),
        Fault(
            "broken pipe", "var ends: [Int32] = [0, 0]\npipe(&ends)\nclose(ends[0])\nwrite(ends[1], \"x\", 1)",
            fails: "crashed: signal 13", line: 4),
        Fault(
            "endless recursion", "func down(_ n: Int) -> Int { down(n + 1) + 1 }\nprint(down(0))",
            fails: "ran out of stack"),
        Fault(
            "crash on a thread", "let thread = Thread { fatalError(\"there\") }\nthread.start()\nsleep(9)",
            fails: "crashed: there", line: 1),
        Fault(
            "exit on a thread", "let thread = Thread { exit(5) }\nthread.start()\nsleep(9)",
            fails: "ended the program with exit code 5", line: 1),
        Fault(
            "crash while ending", "atexit { fatalError(\"late\") }\nexit(1)",
            fails: "could not be loaded: undefined symbol: atexit"),
        Fault("frees twice", "let p = malloc(16)\nfree(p)\nfree(p)", fails: "crashed", line: 3),
        Fault("exec", "execv(\"/bin/true\", [nil])", fails: "called exec", line: 1),
        Fault(
            "fork",
            "typealias Fork = @convention(c) () -> Int32\nlet fork = unsafeBitCast(dlsym(nil, \"fork\"), to: Fork.self)\nwhile true { _ = fork() }",
            fails: "called fork", line: 3),
        Fault("fork by system call", "call(57, 0)", fails: "called fork", line: 1),
        Fault("await at top level", "try await Task.sleep(nanoseconds: 1)", fails: "'await' at the top level", line: 1),
        Fault("breaks the heap", "memset(malloc(8), 7, 4096)\nfor n in 1..<999 { free(malloc(n)) }", fails: "crashed"),
        Fault(
            "crash in a function of an earlier cell", "print(1)\n_ = pick(9)", fails: "crashed: Index out of range",
            line: 2),
    ]
}
