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

        How evenly does traffic spread over its ports? Flows drawn from a seed show how to ask.
        */

        // %% [parameters] id="parameters"
        let flows = 200

        // %% Ports of some flows id="ports"
        import NotebookDisplay
        import Traffic

        var generator = NumPyGenerator(seed: 42)
        let ports = try generator.choices(
            of: [22, 53, 80, 443], probabilities: [0.05, 0.05, 0.6, 0.3], count: flows)
        let counts = Counts(ports)

        Plot("How often each port was chosen.") { Bars(counts.byValue) }
            .xLabel("Destination port")
            .yLabel("Flows")

        // %% Their entropy id="entropy"
        let entropy = Entropy.bits(of: counts)

        // %% [markdown] id="answer"
        // The entropy is \\(entropy, format: .fixed(2)) bits. Four ports used alike would have 2.

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
