import Foundation

/// The program that draws plots.
///
/// Every call starts its own process, so any number of plots can be drawn at once. The script and both
/// outputs are files without a name: nothing is left behind, and no pipe can fill up or break.
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
    /// A script that is refused, does not end in time or draws nothing throws; warnings are ignored.
    public func output(of script: String) throws(PlotError) -> String {
        let (input, picture, messages) = (try AnonymousFile(), try AnonymousFile(), try AnonymousFile())
        try input.write(script)
        let process = try GnuplotProcess(path: path, standardFiles: [input, picture, messages].map(\.descriptor))
        guard try process.wait(seconds: seconds) == 0 else { throw Self.refusal(messages.text, script) }
        return picture.text
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
