import Foundation

/// The program that draws plots.
///
/// Every plot is drawn by a process of its own, so any number of them can be drawn at once. Its environment holds
/// nothing of the reader's, nor is a start-up file read: a picture depends on its script alone.
package struct Gnuplot: Sendable {
    /// Draws a script, whose picture is then among the output.
    private let draw: @Sendable (_ script: String) throws(Subprocess.Problem) -> Subprocess.Completed

    /// The program at a path, started for each plot, which may take so many seconds.
    package init(path: String, seconds: Double = 30) {
        draw = { script throws(Subprocess.Problem) in
            // gnuplot counts lines only in files that have a path.
            let process = Subprocess(
                path: path, arguments: ["-d", "/proc/self/fd/0"], environment: Self.environment, timeLimit: seconds)
            return try process.run(input: Array(script.utf8))
        }
    }

    /// The program at a path behind a fork server, which spares most of the time a plot takes. Scripts and pictures
    /// pass through folders that `makeFolder` makes.
    init(
        path: String, forkServer library: String, makeFolder: @escaping @Sendable () throws(BuildError) -> String
    ) {
        let server = ForkServer(path, library: library, environment: Self.environment, timeLimit: 30)
        draw = { script throws(Subprocess.Problem) in
            guard let folder = try? makeFolder(),
                (try? script.write(toFile: "\(folder)/plot", atomically: false, encoding: .utf8)) != nil
            else {
                throw .cannotStart(path: path, code: ENOSPC)
            }
            defer { try? FileManager.default.removeItem(atPath: folder) }
            var completed = try server.run(["-d", "-e", "set output 'picture'", "plot"], in: folder)
            completed.output = FileManager.default.contents(atPath: "\(folder)/picture").map(Array.init) ?? []
            return completed
        }
    }

    /// Where the first `gnuplot` in the directories of a search path such as `PATH` is; refuses when there is none.
    package static func path(in searchPath: String) throws(PlotError) -> String {
        guard let path = SearchPath(searchPath).program("gnuplot") else { throw PlotError(.missing) }
        return path
    }

    private static let environment = ["LC_ALL": "C.UTF-8"]

    /// What gnuplot writes for a script.
    ///
    /// A script that is refused, does not end in time or draws nothing throws; warnings are ignored.
    package func output(of script: String) throws(PlotError) -> String {
        let completed: Subprocess.Completed
        do {
            completed = try draw(script)
        } catch {
            switch error {
            case .cannotStart(_, let code): throw PlotError(.notStarted(code: code))
            case .timedOut(_, let seconds): throw PlotError(.timedOut(seconds: seconds))
            }
        }
        guard completed.status == 0 else { throw Self.refusal(completed.errorText, script) }
        return String(decoding: completed.output, as: UTF8.self)
    }

    /// Finds `line N: reason` among the messages, which quote the script before and after.
    private static func refusal(_ messages: String, _ script: String) -> PlotError {
        for message in messages.split(separator: "\n") {
            guard let mark = message.firstRange(of: " line "),
                let colon = message[mark.upperBound...].firstIndex(of: ":"),
                let line = Int(message[mark.upperBound..<colon])
            else { continue }
            let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
            let command = lines.indices.contains(line - 1) ? String(lines[line - 1].prefix(160)) : nil
            let reason = message[message.index(after: colon)...].drop { $0 == " " }
            return PlotError(.refused(message: String(reason), line: line, command: command))
        }
        let first = messages.split(separator: "\n").last.map(String.init)
        return PlotError(.refused(message: first ?? "ended without a message", line: nil, command: nil))
    }
}
