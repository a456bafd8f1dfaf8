/// Lists the project's notebooks.
struct ListCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "list",
            summary: "List the notebooks of this folder: name, number of cells, title.",
            operands: .none,
            options: [CommonOptions.json.form],
            examples: [.init(line: "flowbook list --json", meaning: "for a program to read")])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        let notebooks = try NotebookLocator.current().findAll([])
        let json = try arguments.value(CommonOptions.json)
        for notebook in notebooks {
            if json {
                try console.print(.object(["name": .string(notebook.name), "path": .string(notebook.path)]))
            } else {
                try console.print(notebook.name.printable)
            }
        }
        return .success
    }
}
