import Foundation
import Notebook

/// What stands behind the commands that work on notebooks.
enum Runner {
    static func render(_ options: RenderOptions, console: Console) throws -> ExitCode {
        let files = try options.notebooks.map(SourceFile.init)
        let workshop = try Workshop.open()
        defer { workshop.close() }
        let rendering = Rendering(
            workshop: workshop, output: options.output, hasTimings: options.timings,
            progress: console.progress(environment: ProcessInfo.processInfo.environment))
        let keys = InterruptionByKey()
        var settings = RunSettings()
        settings.fresh = options.fresh
        settings.parameters = options.settings
        settings.timeout = options.timeout ?? settings.timeout
        var woven: [WovenNotebook] = []
        var failed = false
        for file in files {
            let runner = NotebookRunner(workshop.environment)
            defer { runner.close() }
            let run = try rendering.run(file, runner, settings, keys.interruption)
            failed = failed || run.hasFailures
            woven.append(rendering.weave(run, file))
        }
        try console.print(rendering.write(pagesOf: woven, all: woven))
        return failed ? .failure : .success
    }

    static func run(_ options: RunOptions, console: Console) throws -> ExitCode { throw RunnerError.absent("run") }

    static func watch(_ options: WatchOptions, console: Console) throws -> ExitCode {
        let workshop = try Workshop.open()
        defer { workshop.close() }
        let rendering = Rendering(
            workshop: workshop, output: options.output, hasTimings: false,
            progress: console.progress(environment: ProcessInfo.processInfo.environment))
        var settings = RunSettings()
        settings.parameters = options.settings
        settings.timeout = options.timeout ?? settings.timeout
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
