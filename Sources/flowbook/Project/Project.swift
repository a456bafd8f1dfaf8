/// Where a project keeps its things, from the folder in which the command was started.
struct Project: Hashable, Sendable {
    /// The project of the current folder; its paths are relative, and so short in messages.
    static let current = Project()

    /// The notebooks, each `NAME.swift`.
    let notebookFolder = "Notebooks"
    /// The rendered pages, unless `--output` says otherwise.
    let outputFolder = "output"
    /// Stored results and compiled cells: safe to remove at any time.
    let storeFolder = ".flowbook"

    /// The file of the notebook called `name`.
    func path(ofNotebook name: String) -> String { "\(notebookFolder)/\(name).swift" }

    /// The names of the project's notebooks, sorted; empty where there is no folder for them.
    func notebookNames() throws(FileError) -> [String] {
        let files = try Files.names(in: notebookFolder) ?? []
        return files.filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }.map { String($0.dropLast(6)) }
    }
}
