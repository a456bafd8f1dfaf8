/// Removes what can be made again.
struct CleanCommand: Command {
    private static let pages = Option.flag("pages", help: "remove the rendered pages too")

    var usage: CommandUsage {
        CommandUsage(
            name: "clean",
            summary: "Remove stored results and compiled cells; the next run makes them again.",
            operands: .none,
            options: [Self.pages.form, CommonOptions.output.form],
            examples: [.init(line: "flowbook clean --pages", meaning: "removes .flowbook and the pages in output")])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        try Files.removeTree(Project.current.storeFolder)
        if try arguments.value(Self.pages) {
            try removePages(in: arguments.value(CommonOptions.output) ?? Project.current.outputFolder)
        }
        return .success
    }

    /// Only pages go: whatever else a person put into the folder stays, and so does the folder then.
    private func removePages(in folder: String) throws(SystemError) {
        for name in try Files.names(in: folder) ?? [] where name.hasSuffix(".html") {
            try Files.remove("\(folder)/\(name)")
        }
        try Files.removeIfEmpty(folder)
    }
}
