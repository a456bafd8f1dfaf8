import Foundation

/// A run of the built `flowbook` in a project, which may be killed.
final class StartedProgram {
    private let process = Process()

    /// Starts the program with these words. It, and whatever it starts, carries `mark` in its environment.
    init(_ words: [String], in folder: String, mark: String = "") throws {
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("flowbook")
        process.arguments = words
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(["FLOWBOOK_TRIAL_MARK": mark]) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    var number: pid_t { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// Waits for the end; the exit code.
    func end() -> Int32 {
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Kills the program, and waits until it is gone.
    func kill() {
        Glibc.kill(number, SIGKILL)
        process.waitUntilExit()
    }

    /// Runs the program to its end; the exit code.
    static func run(_ words: String..., in folder: String) throws -> Int32 {
        try StartedProgram(words, in: folder).end()
    }
}
