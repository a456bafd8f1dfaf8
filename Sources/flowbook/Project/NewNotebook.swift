/// The name and the text of a notebook that is about to be made.
struct NewNotebook: Hashable, Sendable {
    let name: NotebookName

    /// A notebook called `argument` beside the `existing` ones; without a number it gets the next.
    /// - Throws: ``NewNotebookError`` where the name is taken or would need quoting.
    init(_ argument: String, existing: [String]) throws(NewNotebookError) {
        let wanted = NotebookName(argument)
        guard wanted.isPlain else { throw .invalidName(argument) }
        let numbers = existing.map { (name: $0, number: NotebookName($0).number) }
        let next = (numbers.compactMap(\.number).max() ?? 0) + 1
        name = NotebookName(number: wanted.number ?? next, subject: wanted.subject)
        let taken =
            numbers.first { $0.number == wanted.number && wanted.number != nil }
            ?? numbers.first { NotebookName($0.name).subject == wanted.subject }
        if let taken { throw .taken(argument, by: taken.name) }
    }

    /// A small notebook that renders as it stands.
    var text: String {
        """
        // %% [markdown] id="intro"
        /*
        # \(name.title)

        What is the question, and what would an answer look like? This notebook holds \\(counts.count) counts.
        */

        // %% [parameters] id="parameters"
        let scale = 1

        // %% Counts id="counts"
        let counts = [3, 1, 4, 1, 5].map { $0 * scale }
        counts.reduce(0, +)

        // %% [markdown] id="conclusion"
        // The counts add up to \\(counts.reduce(0, +)). Numbers in a sentence are computed, so they cannot go stale.

        """
    }
}

/// Why a notebook could not be made.
enum NewNotebookError: Error, Hashable {
    case invalidName(String)
    case taken(String, by: String)
}

extension NewNotebookError: ReportableError {
    var exitCode: ExitCode { .usage }

    var report: ErrorReport {
        switch self {
        case .invalidName(let name):
            ErrorReport(
                "invalid name", at: name,
                because: "letters, digits, dashes and underscores are expected, a letter first",
                try: "for example port-scans or 03-port-scans")
        case .taken(let name, let other):
            ErrorReport(
                "name taken", at: name, because: "there is \(other) already", try: "choose another name or number")
        }
    }
}
