import Foundation
import Testing

@testable import Notebook

@Suite("A fork server")
struct ForkServerTests {
    private let mark = UUID().uuidString

    /// A server of the shell, each of whose processes runs a script.
    private func server(timeLimit: Double = 60) throws -> ForkServer {
        let library = try Library(besideExecutable: "/proc/self/exe")
        return ForkServer(
            "/bin/sh", library: library.forkServer,
            environment: ["PATH": "/usr/bin:/bin", "FLOWBOOK_TRIAL_MARK": mark], timeLimit: timeLimit)
    }

    private func output(of script: String, _ server: ForkServer, in folder: String = "/") throws -> String {
        String(decoding: try server.run(["-c", script], in: folder).output, as: UTF8.self)
    }

    @Test("that was killed between two runs is started anew")
    func killedBetweenRuns() throws {
        let server = try server()
        let first = try #require(pid_t(output(of: "printf $PPID", server)))
        kill(first, SIGKILL)
        let second = try #require(pid_t(output(of: "printf $PPID", server)))
        #expect(second != first)
        #expect(try output(of: "printf $PPID", server) == "\(second)")
    }

    @Test("that ends during a run runs the program again")
    func killedInRun() throws {
        let project = try TrialProject()
        let script = "printf begun; test -e killed && exit; touch killed; kill -9 $PPID; while :; do :; done"
        #expect(try output(of: script, server(), in: project.path) == "begun")
    }

    @Test("that ends in every run gives up, and says so in words")
    func killedInEveryRun() throws {
        let server = try server()
        let problem = try #require(throws: Subprocess.Problem.self) {
            try output(of: "kill -9 $PPID; while :; do :; done", server)
        }
        #expect(problem.reason == "cannot be started: Broken pipe")
    }

    @Test("ends a process that takes too long")
    func timeLimit() throws {
        let server = try server(timeLimit: 0.5)
        let problem = try #require(throws: Subprocess.Problem.self) {
            try output(of: "while :; do :; done", server)
        }
        #expect(problem.reason == "did not end within 0.5 s")
        for _ in 0..<100 where Processes.left(mark: mark).count > 1 { usleep(20_000) }
        #expect(Processes.left(mark: mark).count == 1)
    }

    @Test("does not let a run wait for one that began later")
    func independence() throws {
        let (project, server) = (try TrialProject(), try server())
        let path = project.path
        let later = Thread {
            while access("\(path)/first", F_OK) != 0 { usleep(1000) }
            _ = try? server.run(["-c", "touch second; until test -e over; do :; done"], in: path)
        }
        later.start()
        let script = "touch first; until test -e second; do :; done; printf first"
        #expect(try output(of: script, server, in: path) == "first")
        #expect(later.isExecuting)
        try project.write("", to: "over")
        while !later.isFinished { usleep(1000) }
    }

    @Test("is not told of the end by a process that the program has forked")
    func subshell() throws {
        #expect(try output(of: "(printf first; exit 3); printf second", server()) == "firstsecond")
    }

    @Test("makes a compiler that gives the same whatever it has compiled before")
    func sameCode() throws {
        let project = try TrialProject()
        let environment = try project.environment()
        defer { environment.close() }
        let sources = [
            "struct Pair<T: Hashable>: Hashable { var a: T, b: T }\nlet pairs = Set([Pair(a: 1, b: 2)])\nprint(pairs)",
            "for (key, value) in [\"a\": [1.5], \"b\": []] where !value.isEmpty { print(key, value.map { $0 * 2 }) }",
        ]
        func code(_ source: String, _ compile: ([String], String) throws -> Subprocess.Completed) throws -> Data {
            try project.write(source, to: "made/cell.swift")
            let arguments = ["-frontend", "-c", "cell.swift", "-module-name", "Cell", "-Onone", "-o", "cell.o"]
            #expect(try compile(arguments, "\(project.path)/made").status == 0)
            return try Data(contentsOf: URL(fileURLWithPath: "\(project.path)/made/cell.o"))
        }
        let expected = try sources.map { source in
            try code(source) {
                try Subprocess(path: environment.toolchain.frontend, arguments: $0, directory: $1).run()
            }
        }
        for _ in 0..<3 {
            #expect(try sources.map { try code($0) { try environment.compiler.run($0, in: $1) } } == expected)
        }
    }
}
