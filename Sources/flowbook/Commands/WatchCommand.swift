/// What `flowbook watch` was asked to do.
struct WatchOptions: Hashable, Sendable {
    let output: String
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    /// Whether to print one line of JSON for each update.
    let json: Bool
    /// The notebooks that were named; none where all are meant, those too that come while the watch runs.
    let named: [NotebookReference]
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
        let output = try arguments.value(CommonOptions.output) ?? Project.current.outputFolder
        let (settings, timeout) = (try arguments.value(CommonOptions.set), try arguments.value(CommonOptions.timeout))
        let json = try arguments.value(CommonOptions.json)
        let locator = try NotebookLocator.current()
        let found = try locator.findAll(arguments.operands)
        return try WatchWork.run(
            WatchOptions(
                output: output, settings: settings, timeout: timeout, json: json,
                named: arguments.operands.isEmpty ? [] : found),
            console: console)
    }
}
