/// What stands behind the commands that work on notebooks.
enum Runner {
    static func render(_ options: RenderOptions, console: Console) throws -> ExitCode {
        throw RunnerError.absent("render")
    }

    static func run(_ options: RunOptions, console: Console) throws -> ExitCode { throw RunnerError.absent("run") }

    static func watch(_ options: WatchOptions, console: Console) throws -> ExitCode {
        throw RunnerError.absent("watch")
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
