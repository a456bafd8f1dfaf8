import Notebook

/// One command of the program.
protocol Command: Sendable {
    /// How it is called and explained.
    var usage: CommandUsage { get }

    /// Does what the arguments ask for.
    ///
    /// Options are read before notebooks are looked for, so that a mistake in the command line is told as one wherever
    /// the command is run; that is why the notebooks come last in the options of each command.
    /// - Returns: How the program ends when nothing was thrown.
    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode
}

/// All commands, in the order in which the help lists them.
enum CommandTable {
    static let all: [any Command] = [
        RenderCommand(), RunCommand(), WatchCommand(), ExplainCommand(), CheckCommand(), ListCommand(), NewCommand(),
        FlowsCommand(), CaptureCommand(), EntropyCommand(), SimulateCommand(), CleanCommand(),
    ]

    /// The command called `name`.
    static func command(_ name: String) throws(UsageError) -> any Command {
        if let command = all.first(where: { $0.usage.name == name }) { return command }
        throw .unknownCommand(name, nearest: Suggestion.nearest(to: name, among: all.map(\.usage.name)))
    }
}
