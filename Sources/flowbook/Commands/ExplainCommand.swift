/// What `flowbook explain` was asked to do.
struct ExplainOptions: Hashable, Sendable {
    /// The texts given for parameters, by name.
    let settings: [String: String]
    let json: Bool
    let notebook: NotebookReference
}

/// Prints what a run would do and why, without doing it.
struct ExplainCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "explain",
            summary: "Print the cells of a notebook, their dependencies and keys, what would run, and why.",
            operands: .one("NOTEBOOK"),
            options: [CommonOptions.set.form, CommonOptions.json.form],
            examples: [.init(line: "flowbook explain 01-entropy", meaning: "the plan, cell by cell")])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try ExplainWork.run(
            ExplainOptions(
                settings: arguments.value(CommonOptions.set),
                json: arguments.value(CommonOptions.json),
                notebook: NotebookLocator.current().findAll(arguments.operands)[0]),
            console: console)
    }
}
