/// What `flowbook check` was asked to do.
struct CheckOptions: Hashable, Sendable {
    /// The texts given for parameters, by name.
    let settings: [String: String]
    /// Seconds a cell may run; nil leaves the default.
    let timeout: Double?
    let json: Bool
    /// The notebooks that were named: all of them, where none was.
    let notebooks: [NotebookReference]
    /// The other notebooks of the project, to which links may lead.
    let others: [NotebookReference]
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
        let (settings, timeout) = (try arguments.value(CommonOptions.set), try arguments.value(CommonOptions.timeout))
        let json = try arguments.value(CommonOptions.json)
        let locator = try NotebookLocator.current()
        let notebooks = try locator.findAll(arguments.operands)
        return try CheckWork.run(
            CheckOptions(
                settings: settings, timeout: timeout, json: json, notebooks: notebooks,
                others: locator.others(than: notebooks)),
            console: console)
    }
}
