import Notebook

/// Where a command speaks: results to standard output, everything about the work to standard error.
struct Console: Sendable {
    let output: Descriptor
    let errors: Descriptor

    /// The process's own streams.
    static let standard = Console(output: .standardOutput, errors: .standardError)

    /// Prints one line of the result. That the reader has left changes nothing about the work.
    func print(_ line: String) throws(WriteError) {
        do throws(WriteError) { try hand(line) } catch { guard error.readerHasLeft else { throw error } }
    }

    /// Prints one line for a reader without whom there is nothing to do; throws where the reader has left.
    func hand(_ line: String) throws(WriteError) { try output.write(line + "\n") }

    /// Prints one value of the result as a line of JSON.
    func print(_ value: JSON) throws(WriteError) { try print(value.text) }

    /// Tells the person what went wrong. With standard error gone too there is nobody left to tell.
    func report(_ error: ErrorReport) { try? errors.write(error.text) }

    /// Tells the person something about the work, in a line; on a terminal in as many as its width asks for.
    func note(_ line: String) {
        let text = line.printable
        let lines = errors.isTerminal ? text.folded(width: errors.columns ?? 80) : [text]
        try? errors.write(lines.map { $0 + "\n" }.joined())
    }

    /// Warns the person of what this machine does not allow, and without which a promise does not hold.
    func warnOfMachine() {
        guard !RunnerEnvironment.hasFixedAddresses else { return }
        report(
            ErrorReport(
                "warning", at: "addresses",
                because: "the system does not let them be the same in every run, so that "
                    + "results which mention some cannot be relied on",
                try: "allow the system call personality with ADDR_NO_RANDOMIZE"))
    }

    /// Tells the person what is wrong with the notebook at `path`, one line for each thing.
    func tell(_ findings: [Finding], path: String) {
        for finding in findings { try? errors.write(finding.text(path: path).printable + "\n") }
    }

    /// Progress for a person who watches; nil in a pipe, in a file, or on a terminal that cannot rewrite a line.
    func progress(environment: [String: String]) -> ProgressReporter? {
        guard errors.isTerminal, environment["TERM", default: "dumb"] != "dumb" else { return nil }
        return ProgressReporter(terminal: errors)
    }
}
