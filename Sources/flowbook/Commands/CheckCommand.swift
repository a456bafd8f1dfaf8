/// What `flowbook check` was asked to do.
struct CheckOptions: Hashable, Sendable {
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    let json: Bool
    let notebooks: [NotebookReference]
}

/// Holds notebooks against what a reader may rely on.
struct CheckCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "check",
            summary: "Run notebooks twice and compare; see that links resolve and that no cell fails.",
            operands: .any("NOTEBOOK"),
            options: [CommonOptions.set.form, CommonOptions.timeout.form, CommonOptions.json.form],
            examples: [.init(line: "flowbook check", meaning: "every notebook; the exit code says whether all is well")]
        )
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try Runner.check(
            CheckOptions(
                settings: arguments.value(CommonOptions.set),
                timeout: arguments.value(CommonOptions.timeout),
                json: arguments.value(CommonOptions.json),
                notebooks: NotebookLocator.current().findAll(arguments.operands)),
            console: console)
    }
}
