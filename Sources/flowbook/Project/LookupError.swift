/// An argument that means no notebook.
enum LookupError: Error, Hashable {
    case noNotebooks(folder: String)
    case noSuchNotebook(String, nearest: String?)
    case noSuchFile(String, nearest: String?)
    case ambiguous(String, [String])
    case noCell(String)
    case noSuchCell(String, notebook: String, nearest: String?)
    case sameName(String, String)
    case pageOfAll(String)
    case wholeNotebookExpected(String)
}

extension LookupError: ReportableError {
    var exitCode: ExitCode {
        switch self {
        case .noNotebooks, .noSuchFile: .unreadable
        case .noSuchNotebook, .ambiguous, .noCell, .noSuchCell, .sameName, .pageOfAll, .wholeNotebookExpected:
            .usage
        }
    }

    var report: ErrorReport {
        switch self {
        case .noNotebooks(let folder):
            ErrorReport(
                "no notebooks", at: folder, because: "no file here ends in .swift",
                try: "run flowbook in a project's folder, or begin with flowbook new NAME")
        case .noSuchNotebook(let name, let nearest):
            ErrorReport("no such notebook", at: name, because: "no notebook has this name", try: meant(nearest))
        case .noSuchFile(let path, let nearest):
            ErrorReport("no such notebook", at: path, because: "there is no such file", try: meant(nearest))
        case .ambiguous(let name, let matches):
            ErrorReport(
                "which notebook?", at: name, because: "it may mean \(matches.joined(separator: " or "))",
                try: "write the whole name")
        case .noCell(let argument):
            ErrorReport("missing cell", at: argument, because: "nothing follows the #", try: "write NOTEBOOK#CELL")
        case .noSuchCell(let id, let notebook, let nearest):
            ErrorReport(
                "no such cell", at: "\(notebook)#\(id)", because: "no cell has this id",
                try: nearest.map { "did you mean \($0)?" } ?? "see flowbook explain \(notebook)")
        case .sameName(let path, let other):
            ErrorReport(
                "one page for two", at: path, because: "\(other) has the same name, and so the same page",
                try: "rename one of them")
        case .pageOfAll(let path):
            ErrorReport(
                "one page for two", at: path, because: "index.html is the page of all notebooks", try: "rename it")
        case .wholeNotebookExpected(let argument):
            ErrorReport(
                "unexpected cell", at: argument, because: "a whole notebook is expected",
                try: "leave out the # and what follows, or use flowbook run")
        }
    }

    private func meant(_ nearest: String?) -> String {
        nearest.map { "did you mean \($0)?" } ?? "see flowbook list"
    }
}
