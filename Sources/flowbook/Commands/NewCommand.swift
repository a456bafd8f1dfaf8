/// Begins a notebook.
struct NewCommand: Command {
    var usage: CommandUsage {
        CommandUsage(
            name: "new",
            summary: "Begin a notebook with a small example; without a number in its name it gets the next.",
            operands: .one("NAME"),
            options: [],
            examples: [.init(line: "flowbook new port-scans", meaning: "makes Notebooks/02-port-scans.swift, say")])
    }

    func run(_ arguments: ParsedArguments, console: Console) throws -> ExitCode {
        let project = Project.current
        let notebook = try NewNotebook(arguments.operands[0], existing: project.notebookNames())
        let path = project.path(ofNotebook: notebook.name.text)
        try Files.makeFolder(project.notebookFolder)
        try Files.create(path, text: notebook.text)
        try console.print(path)
        return .success
    }
}
