import Notebook

/// A notebook's file as it was read.
struct SourceFile: Sendable {
    let reference: NotebookReference
    let text: String
    let notebook: Notebook

    /// Reads and parses the file.
    init(_ reference: NotebookReference) throws {
        let bytes = try Files.read(reference.path)
        self.reference = reference
        notebook = try Notebook(parsing: bytes, name: reference.path)
        text = String(decoding: bytes, as: UTF8.self)
    }
}

/// What came of reading a notebook's file.
enum Reading {
    case file(SourceFile)
    case unreadable(NotebookReference, any ReportableError)

    /// Reads a notebook's file, and tells of one that is none.
    init(_ reference: NotebookReference, console: Console) throws {
        do {
            self = .file(try SourceFile(reference))
        } catch let error as any ReportableError {
            console.report(error.report)
            self = .unreadable(reference, error)
        }
    }

    /// The file, where it is a notebook.
    var file: SourceFile? {
        if case .file(let file) = self { file } else { nil }
    }

    /// How the program ends because of the reading.
    var exitCode: ExitCode {
        if case .unreadable(_, let error) = self { error.exitCode } else { .success }
    }
}

extension SourceFile {
    /// The settings with the parameters that this notebook declares.
    func own(_ settings: RunSettings) -> RunSettings {
        guard !settings.parameters.isEmpty else { return settings }
        let declared = Set(notebook.parameters.map(\.name))
        var own = settings
        own.parameters = settings.parameters.filter { declared.contains($0.key) }
        return own
    }
}

extension Collection<SourceFile> {
    /// Refuses a parameter that none of the notebooks declares.
    func require(parameters: [String: String]) throws(ParameterError) {
        guard !parameters.isEmpty, !isEmpty else { return }
        try flatMap(\.notebook.parameters).require(parameters.keys)
    }
}
