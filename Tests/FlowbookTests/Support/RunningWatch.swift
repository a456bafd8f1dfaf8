import Foundation

/// A `flowbook watch` at work in a project, which ends with the value.
final class RunningWatch {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()

    /// Starts the watch, which speaks to a program or to a person. `variables` are environment variables that differ
    /// from the test's own.
    convenience init(
        _ words: String..., in project: SmallProject, isForProgram: Bool = true, variables: [String: String] = [:]
    ) throws {
        try self.init(words, in: project, isForProgram: isForProgram, variables: variables)
    }

    init(
        _ words: [String], in project: SmallProject, isForProgram: Bool = true, variables: [String: String] = [:]
    ) throws {
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }.map { "\($0.key)=\($0.value)" }
        process.arguments =
            ["-c", Self.withoutPipes, "bash"] + environment + [ProgramRun.program.path, "watch"]
            + (isForProgram ? ["--json"] : []) + words
        process.currentDirectoryURL = project.folder
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
    }

    deinit { kill() }

    /// Becomes the program in its arguments, with the variables before it, and without the pipes to programs that other
    /// tests have started: the watch lives long, and whoever reads from one of these would wait for its end.
    private static let withoutPipes = """
        for file in /proc/self/fd/*; do
            number=${file##*/}
            if [ "$number" -gt 2 ] && [ -p "$file" ]; then eval "exec $number>&-"; fi
        done
        exec env -i "$@"
        """

    /// Waits for the next update of a page.
    func update() throws -> JSONView { try JSONDecoder().decode(JSONView.self, from: Data(line().utf8)) }

    /// Waits for the next line on standard output.
    func line() throws -> String { try Self.line(of: output) }

    /// Waits for the next line on standard error.
    func complaint() throws -> String { try Self.line(of: errors) }

    private static func line(of pipe: Pipe) throws -> String {
        var line: [UInt8] = []
        while let byte = try pipe.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A { line.append(byte) }
        return String(decoding: line, as: UTF8.self)
    }

    /// How many commands are connected to the watch.
    var guests: Int {
        let folder = "/proc/\(process.processIdentifier)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let own = Set(
            names.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)") })
        let sockets = FileManager.default.contents(atPath: "/proc/net/unix") ?? Data()
        return String(decoding: sockets, as: UTF8.self).split(separator: "\n").filter { line in
            let columns = line.split(separator: " ")
            let isConnected = columns.count == 8 && columns[5] == "03" && columns[7].hasSuffix("/watch.sock")
            return isConnected && own.contains("socket:[\(columns[6])]")
        }.count
    }

    /// Stops the watch where it is, or lets it go on.
    func signal(_ signal: Int32) { Glibc.kill(process.processIdentifier, signal) }

    /// Kills the watch, and waits until it is gone.
    func kill() {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// Interrupts the watch, and waits for its end; the exit status.
    func interrupt() -> Int32 {
        signal(SIGINT)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Waits for the end of a watch that does not begin; what it said, and the exit status.
    func refusal() -> (errors: String, status: Int32) {
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (text, process.terminationStatus)
    }
}
