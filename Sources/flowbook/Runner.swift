import Foundation
import Notebook

/// What stands behind the commands that work on notebooks.
enum Runner {
    static func watch(_ options: WatchOptions, console: Console) throws -> ExitCode {
        let workshop = try Workshop(console)
        defer { workshop.close() }
        let rendering = Rendering(workshop: workshop, output: options.output, hasTimings: false)
        let settings = RunSettings(parameters: options.settings, timeout: options.timeout)
        let watching = try Watching(
            options.notebooks, settings, rendering,
            report: { try options.json ? console.print($0.json) : console.print($0.line) },
            complain: { console.report($0) })
        try watching.run()
        return .success
    }

    static func explain(_ options: ExplainOptions, console: Console) throws -> ExitCode {
        throw RunnerError.absent("explain")
    }

    static func check(_ options: CheckOptions, console: Console) throws -> ExitCode {
        throw RunnerError.absent("check")
    }
}

/// A command that this build does not have yet.
enum RunnerError: Error, Hashable {
    case absent(String)
}

extension RunnerError: ReportableError {
    var exitCode: ExitCode { .failure }

    var report: ErrorReport {
        switch self {
        case .absent(let command): ErrorReport("cannot \(command)", at: "runner", because: "this build has none")
        }
    }
}
