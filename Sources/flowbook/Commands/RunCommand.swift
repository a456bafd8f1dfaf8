/// What `flowbook run` was asked to do.
struct RunOptions: Hashable, Sendable {
    let fresh: Bool
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    let json: Bool
    /// The notebook, and the one cell that is wanted, if one was named.
    let notebook: NotebookReference
}

/// Runs one notebook, or one cell and what it needs, and shows the result in the terminal.
struct RunCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "run",
            summary: "Run a notebook, or one cell and what it needs, and show the result here.",
            operands: .one("NOTEBOOK[#CELL]"),
            options: [
                CommonOptions.fresh.form, CommonOptions.set.form, CommonOptions.timeout.form, CommonOptions.json.form,
            ],
            examples: [
                .init(line: "flowbook run 01-entropy", meaning: "every cell of a notebook"),
                .init(line: "flowbook run 01#ports --json", meaning: "one cell, for a program to read"),
            ])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try RunWork.run(
            RunOptions(
                fresh: arguments.value(CommonOptions.fresh),
                settings: arguments.value(CommonOptions.set),
                timeout: arguments.value(CommonOptions.timeout),
                json: arguments.value(CommonOptions.json),
                notebook: NotebookLocator.current().find(arguments.operands[0])),
            console: console)
    }
}
