/// What `flowbook watch` was asked to do.
struct WatchOptions: Hashable, Sendable {
    let output: String
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    /// Whether to print one line of JSON for each update.
    let json: Bool
    let notebooks: [NotebookReference]
}

/// Renders again whenever a notebook is saved, running only what the edit can reach.
struct WatchCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "watch",
            summary: "Render again whenever a notebook is saved, running only what the edit can reach.",
            operands: .any("NOTEBOOK"),
            options: [
                CommonOptions.output.form, CommonOptions.set.form, CommonOptions.timeout.form, CommonOptions.json.form,
            ],
            examples: [
                .init(line: "flowbook watch 01-entropy", meaning: "keep the page in step with the editor"),
                .init(line: "flowbook watch --json", meaning: "one line for each update, for a program to read"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try WatchWork.run(
            WatchOptions(
                output: arguments.value(CommonOptions.output) ?? Project.current.outputFolder,
                settings: arguments.value(CommonOptions.set),
                timeout: arguments.value(CommonOptions.timeout),
                json: arguments.value(CommonOptions.json),
                notebooks: NotebookLocator.current().findAll(arguments.operands)),
            console: console)
    }
}
