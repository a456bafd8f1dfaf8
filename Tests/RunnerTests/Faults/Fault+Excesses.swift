extension Fault {
    /// Too much of something: each is stopped at a limit.
    static let excesses: [Fault] = [
        Fault(
            "endless loop", limits: "timeout=0.5", "var n = 0\nwhile true {\n    n &+= 1\n}",
            fails: "stopped: it took longer"),
        Fault("endless sleep", limits: "timeout=3", "sleep(1000)", fails: "stopped: it took longer", line: 1),
        Fault(
            "waits for itself", limits: "timeout=3", "DispatchSemaphore(value: 0).wait()",
            fails: "stopped: it took longer",
            line: 1),
        Fault(
            "endless deinit", limits: "timeout=0.5",
            "final class D {\n    deinit { while true {} }\n}\nvar d: D? = D()\nd = nil",
            fails: "stopped: it took longer"),
        Fault(
            "loop that blocks signals", limits: "timeout=0.5",
            "var all = sigset_t()\nsigfillset(&all)\nsigprocmask(SIG_BLOCK, &all, nil)\nwhile true {}",
            fails: "stopped: it took longer"),
        Fault(
            "loop that ignores signals", limits: "timeout=0.5",
            "for n in 1...64 { signal(Int32(n), SIG_IGN) }\nwhile true {}",
            fails: "stopped: it took longer"),
        Fault("stops itself", limits: "timeout=0.5", "kill(getpid(), SIGSTOP)", fails: "stopped: it took longer"),
        Fault(
            "endless allocation", limits: "memory=200",
            "var all: [[UInt8]] = []\nwhile true { all.append([UInt8](repeating: 1, count: 1 << 20)) }",
            fails: "stopped: it needed more memory"),
        Fault(
            "one huge allocation", limits: "memory=200", "print([UInt8](repeating: 1, count: 1 << 40).count)",
            fails: "stopped: it needed more memory", line: 1),
        Fault("prints without end", "while true { print(\"and so on\") }", fails: "stopped: it printed without end"),
        Fault(
            "writes without end", limits: "timeout=60", "while true { fputs(\"and so on\\n\", stderr) }",
            fails: "stopped: it printed without end"),
        Fault(
            "shows without end", "while true { show(String(repeating: \"x\", count: 9999)) }",
            fails: "stopped: it printed without end"),
        Fault(
            "leaves a thread", "let thread = Thread { sleep(1000) }\nthread.start()", fails: "left a thread running",
            line: 2),
        Fault(
            "leaves many threads", "for _ in 0..<300 { Thread { sleep(1000) }.start() }", fails: "left a thread running"
        ),
        Fault("leaves work", "DispatchQueue.global().async { while true {} }", fails: "left a thread running"),
        Fault(
            "raises its own limits", limits: "memory=200",
            "var limit = rlimit(rlim_cur: .max, rlim_max: .max)\nsetrlimit(2, &limit)\n"
                + "var all: [[UInt8]] = []\nwhile all.count < 4000 { all.append([UInt8](repeating: 1, count: 1 << 20)) }",
            fails: "stopped: it needed more memory"),
        Fault(
            "limits its time", limits: "timeout=2",
            "var limit = rlimit(rlim_cur: 1, rlim_max: 1)\nsetrlimit(0, &limit)\nwhile true {}",
            fails: "stopped: it took longer"),
        Fault(
            "loop of many lines", limits: "timeout=3",
            "print(1)\nvar n = 0\nwhile true {\n    n &+= 1\n    n &+= 2\n    if n == 5 {\n        n = 7\n    }\n    n ^= 3\n}",
            fails: "stopped: it took longer", line: 3),
        Fault(
            "loop in a function", limits: "timeout=3",
            "func spin() {\n    while true {\n        sleep(0)\n    }\n}\nspin()", fails: "stopped: it took longer",
            line: 6),
    ]

    /// What a cell must be able to do without harm to others, or what is put back after it.
    static let meddling: [Fault] = [
        Fault("changes directory", "chdir(\"/\")", remark: "changed the working directory to /"),
        Fault(
            "removes its directory", "mkdir(\"gone\", 0o755)\nchdir(\"gone\")\nrmdir(\"../gone\")",
            remark: "changed the working directory"),
        Fault("changes the environment", "setenv(\"TRIAL\", \"x\", 1)", remark: "changed the environment (TRIAL)"),
        Fault("clears the environment", "clearenv()", remark: "changed the environment"),
        Fault(
            "closes descriptors 0 to 9", "for number in 0..<10 { close(Int32(number)) }",
            remark: "closed standard output"),
        Fault(
            "closes every descriptor", "for number in 0..<1024 { close(Int32(number)) }",
            remark: "closed standard output"),
        Fault(
            "changes the locale", "setlocale(LC_ALL, \"C\")\nsetenv(\"TZ\", \"Asia/Tokyo\", 1)\ntzset()",
            remark: "changed the environment (TZ)"),
        Fault(
            "changes how it may write", "umask(0o777)\nsetvbuf(stdout, nil, _IOFBF, 1 << 16)\nprint(\"kept\")",
            remark: nil),
        Fault("leaves a timer", "alarm(1)", remark: nil),
        Fault("ignores signals", "for n in 1...64 { signal(Int32(n), SIG_IGN) }", remark: nil),
        Fault(
            "blocks signals", "var all = sigset_t()\nsigfillset(&all)\nsigprocmask(SIG_BLOCK, &all, nil)", remark: nil),
        Fault("reads standard input", "print(readLine() ?? \"nothing\")", remark: nil),
        Fault("leaves a process", "system(\"sleep 31536001 &\")", remark: "left a process running"),
        Fault(
            "leaves a daemon", "system(\"setsid -f env -i sleep 31536001 >/dev/null 2>&1\")",
            remark: "left a process running"),
        Fault("prints much", "for n in 0..<300_000 { print(\"line\", n) }", remark: nil),
        Fault("prints no text", "fwrite([255, 0, 254, 10] as [UInt8], 1, 4, stdout)", remark: nil),
        Fault("shows much", "for n in 0..<5_000 { show(n) }", remark: nil),
        Fault(
            "writes to the kernel's descriptors", "for number in 3..<1024 { write(Int32(number), \"garbage\", 7) }",
            remark: nil),
        Fault(
            "opens the kernel's descriptors",
            "for number in 190..<200 { _ = try? \"x\".write(toFile: \"/proc/self/fd/\\(number)\", atomically: false, encoding: .utf8) }",
            remark: nil),
        Fault(
            "limits itself to nothing",
            "for n in [4, 6, 7, 9] as [Int32] {\n    var limit = rlimit(rlim_cur: 3, rlim_max: 3)\n    setrlimit(n, &limit)\n}",
            remark: nil),
        Fault(
            "limits its files", "var limit = rlimit(rlim_cur: 3, rlim_max: 3)\nsetrlimit(7, &limit)",
            remark: nil),
        Fault(
            "limits its writing",
            "var limit = rlimit(rlim_cur: 0, rlim_max: 0)\nsetrlimit(1, &limit)\nprint(\"kept\")",
            remark: nil),
        Fault("lowers its priority", "setpriority(0, 0, 19)", remark: nil),
        Fault("moves to another group", "setpgid(0, 0)\nsetsid()", remark: nil),
    ]

    /// What takes more of the kernel with it than the cell's own process.
    static let assaults: [Fault] = [
        Fault("kills its parent", "kill(getppid(), SIGKILL)\nsleep(20)", fails: "ended, or stopped, the processes"),
        Fault("kills its group", "kill(0, SIGKILL)\nsleep(20)", fails: "crashed: its process was killed"),
        Fault(
            "stops its parent", limits: "timeout=1", "kill(getppid(), SIGSTOP)\nsleep(20)",
            fails: "ended, or stopped, the processes"),
        Fault(
            "kills the kernel's first process",
            """
            let parent = try String(contentsOfFile: "/proc/\\(getppid())/stat", encoding: .utf8)
            guard let first = Int32(parent.split(separator: " ")[3]) else { fatalError(parent) }
            let name = try String(contentsOfFile: "/proc/\\(first)/comm", encoding: .utf8)
            if name.hasPrefix("flowbook-kernel") { kill(first, SIGKILL) }
            sleep(20)
            """, fails: "ended, or stopped, the processes"),
    ]
}
