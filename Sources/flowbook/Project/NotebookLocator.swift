import Notebook

/// Finds the notebook that an argument means.
///
/// These all mean `Notebooks/01-entropy.swift`, in this order of precedence: its path, `01-entropy`, its number `01` or
/// `1`, and its name without the number, `entropy`. A file elsewhere is named by its path. `#CELL` may follow.
struct NotebookLocator {
    let project: Project
    /// The names of the project's notebooks.
    let names: [String]
    /// Whether a file exists.
    let exists: (String) -> Bool
    /// Whether two paths lead to the same file. Nothing else is asked of the world.
    let isSame: (String, String) -> Bool

    init(
        project: Project, names: [String], exists: @escaping (String) -> Bool = Files.exists,
        isSame: @escaping (String, String) -> Bool = Files.isSame
    ) {
        self.project = project
        self.names = names
        self.exists = exists
        self.isSame = isSame
    }

    /// The notebook, and the cell where `argument` names one.
    func find(_ argument: String) throws(LookupError) -> NotebookReference {
        if !argument.contains("#") || exists(argument) {
            return NotebookReference(path: try path(of: argument), cell: nil)
        }
        let parts = argument.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let notebook = parts.first, let cell = parts.last, !cell.isEmpty else { throw .noCell(argument) }
        return NotebookReference(path: try path(of: String(notebook)), cell: String(cell))
    }

    /// The project's notebooks that are not among `named`, all of which have pages side by side.
    func others(than named: [NotebookReference]) throws(LookupError) -> [NotebookReference] {
        var paths: [String: String] = [:]
        for reference in named {
            if let other = paths.updateValue(reference.path, forKey: reference.name) {
                throw .sameName(reference.path, other)
            }
        }
        var others: [NotebookReference] = []
        for reference in try names.isEmpty ? [] : all() where paths[reference.name] != reference.path {
            if let path = paths[reference.name] { throw .sameName(path, reference.path) }
            others.append(reference)
        }
        if let taken = (named + others).first(where: { $0.name == "index" }) { throw .pageOfAll(taken.path) }
        return others
    }

    /// The notebooks meant by `arguments`, all of the project's where there are none; whole ones only.
    func findAll(_ arguments: [String]) throws(LookupError) -> [NotebookReference] {
        guard !arguments.isEmpty else { return try all() }
        var found: [NotebookReference] = []
        for argument in arguments {
            let reference = try find(argument)
            guard reference.cell == nil else { throw .wholeNotebookExpected(argument) }
            if !found.contains(reference) { found.append(reference) }
        }
        return found
    }
}

extension NotebookLocator {
    private func all() throws(LookupError) -> [NotebookReference] {
        guard !names.isEmpty else { throw .noNotebooks(folder: project.notebookFolder) }
        return names.map { NotebookReference(path: project.path(ofNotebook: $0), cell: nil) }
    }

    private func path(of argument: String) throws(LookupError) -> String {
        if argument.hasSuffix(".swift") || argument.contains("/") {
            if exists(argument) { return names.map(project.path).first { isSame($0, argument) } ?? argument }
            if let name = named(argument) { return project.path(ofNotebook: name) }
            throw .noSuchFile(argument, nearest: nearest(to: argument))
        }
        let matches = matches(argument)
        guard let name = matches.first else { throw .noSuchNotebook(argument, nearest: nearest(to: argument)) }
        guard matches.count == 1 else { throw .ambiguous(argument, matches) }
        return project.path(ofNotebook: name)
    }

    /// `01-entropy.swift` without its folder.
    private func named(_ file: String) -> String? {
        names.first { $0 + ".swift" == file }
    }

    private func matches(_ argument: String) -> [String] {
        if names.contains(argument) { return [argument] }
        let number = Int(argument)
        return names.filter { name in
            let parts = NotebookName(name)
            return number.map { $0 == parts.number } ?? (argument == parts.subject)
        }
    }

    private func nearest(to argument: String) -> String? {
        let file = argument.split(separator: "/").last.map(String.init) ?? argument
        let bare = file.hasSuffix(".swift") ? String(file.dropLast(6)) : file
        if let name = Suggestion.nearest(to: bare, among: names) { return name }
        guard let subject = Suggestion.nearest(to: bare, among: names.map { NotebookName($0).subject }) else {
            return nil
        }
        return names.first { NotebookName($0).subject == subject }
    }
}
