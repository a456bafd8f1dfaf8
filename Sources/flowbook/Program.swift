import Glibc
import Notebook
import TrafficCapture

/// The program: takes the command line apart, runs the command, and turns errors into one line and an exit code.
@main
struct Program {
    let console: Console

    static func main() {
        StandardStreams.fillGaps()
        // A reader who leaves, or a file that may grow no further, is an error of `write`, not the end of the process
        // in the middle of its work.
        for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
        unblockSignals()
        exit(Program(console: .standard).run(CommandLineWords.read).rawValue)
    }

    /// Lets those signals through that stop a command: a program inherits what its parent has blocked, and one that
    /// starts others from several threads may have blocked them all.
    private static func unblockSignals() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// Runs the command that the words name, and tells of whatever went wrong.
    func run(_ words: () throws -> [String]) -> ExitCode {
        do {
            return try dispatch(words())
        } catch let error as WriteError where error.readerHasLeft {
            return error.exitCode
        } catch let error as CaptureWriteError where error.readerHasLeft {
            return error.exitCode
        } catch let error as any ReportableError {
            console.report(error.report)
            return error.exitCode
        } catch {
            console.report(ErrorReport("unexpected error", at: "flowbook", because: "\(error)"))
            return .failure
        }
    }
}

extension Program {
    private func dispatch(_ words: [String]) throws -> ExitCode {
        guard let name = words.first else {
            try console.errors.write(HelpText.program(CommandTable.all.map(\.usage)))
            return .usage
        }
        switch name {
        case "--help", "-h": try console.output.write(HelpText.program(CommandTable.all.map(\.usage)))
        case "--version": try console.print("flowbook \(Version.current)")
        case let option where option.hasPrefix("-"):
            let nearest = Suggestion.nearest(to: String(option.drop { $0 == "-" }), among: ["help", "version"])
            throw UsageError.unknownOption(option, command: "flowbook", nearest: nearest.map { "--" + $0 })
        default: return try run(CommandTable.command(name), with: Array(words.dropFirst()))
        }
        return .success
    }

    /// Help wins over whatever else was written, mistakes included.
    private func run(_ command: any Command, with words: [String]) throws -> ExitCode {
        if words.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            try console.output.write(HelpText.command(command.usage))
            return .success
        }
        return try command.run(ArgumentParser.parse(words, for: command.usage), console: console)
    }
}
