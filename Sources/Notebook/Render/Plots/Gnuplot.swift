import Foundation

/// The program that draws plots.
///
/// Every call starts its own process, so any number of plots can be drawn at once.
public struct Gnuplot: Sendable {
    /// Where the program is.
    public let path: String
    /// How long one plot may take.
    public var seconds: Double

    /// The program at a path.
    public init(path: String, seconds: Double = 30) {
        self.path = path
        self.seconds = seconds
    }

    /// The first `gnuplot` in the directories of a search path such as `PATH`; refuses when there is none.
    public static func find(in searchPath: String) throws(PlotError) -> Gnuplot {
        let candidates = searchPath.split(separator: ":").map { "\($0)/gnuplot" }
        guard let path = candidates.first(where: { access($0, X_OK) == 0 }) else { throw PlotError(.missing) }
        return Gnuplot(path: path)
    }

    /// What gnuplot writes for a script.
    ///
    /// A script that is refused, does not end in time or draws nothing throws; warnings are ignored. The script is
    /// opened by a path, because gnuplot counts lines only in files that have one. Its environment holds nothing of the
    /// reader's, nor is a start-up file read: the picture depends on the script alone.
    public func output(of script: String) throws(PlotError) -> String {
        let process = Subprocess(
            path: path, arguments: ["-d", "/proc/self/fd/0"], environment: ["LC_ALL": "C.UTF-8"], timeLimit: seconds)
        let completed: Subprocess.Completed
        do {
            completed = try process.run(input: Array(script.utf8))
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
