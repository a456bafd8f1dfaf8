import Notebook

/// What `flowbook check` does: holds notebooks against what a reader relies on.
///
/// Each notebook runs twice, each time from an empty store: once as it always does, and once with the order of
/// dictionaries and sets left to chance. The two pages must be the same byte for byte.
struct CheckWork {
    private let options: CheckOptions
    private let console: Console
    private var session: Session

    /// Carries out the command.
    static func run(_ options: CheckOptions, console: Console) throws -> ExitCode {
        var work = CheckWork(options: options, console: console, session: try Session(console))
        defer { work.session.close() }
        return try work.run()
    }
}

private extension CheckWork {
    mutating func run() throws -> ExitCode {
        let readings = try options.notebooks.map { try Reading($0, console: console) }
        let files = readings.compactMap(\.file)
        try files.require(parameters: options.settings)
        let others = try others()
        let usual = try CheckRound(files, settings(anyOrder: false), others, within: session, console)
        let other = try CheckRound(files, settings(anyOrder: true), others, within: session, console)
        let verdicts = files.indices.map { CheckVerdict(files[$0], usual.notebooks[$0], other.notebooks[$0]) }
        for verdict in verdicts { try tell(verdict) }
        if options.json { try console.print(.object(["notebooks": .array(json(of: readings, verdicts))])) }
        let codes = readings.map(\.exitCode) + verdicts.map { $0.findings.isEmpty ? .success : .failure }
        return codes.max { $0.rawValue < $1.rawValue } ?? .success
    }

    /// The notebooks that are not checked but may be linked to, as far as they can be read.
    mutating func others() throws -> [WovenNotebook] {
        try options.others.compactMap { try? SourceFile($0) }.map { file in
            session.workshop.weaver.weave(
                try session.run(file, RunSettings()), name: file.reference.name, text: file.text)
        }
    }

    func settings(anyOrder: Bool) -> RunSettings {
        var settings = RunSettings(parameters: options.settings, timeout: options.timeout)
        settings.deterministicHashing = !anyOrder
        return settings
    }

    /// The verdicts with the files that are no notebooks among them, in the order asked for.
    func json(of readings: [Reading], _ verdicts: [CheckVerdict]) -> [JSON] {
        var verdicts = verdicts[...]
        return readings.compactMap { reading in
            switch reading {
            case .file: verdicts.popFirst()?.json
            case .unreadable(let reference, let error): ResultJSON.unreadable(reference, error)
            }
        }
    }

    func tell(_ verdict: CheckVerdict) throws {
        console.tell(verdict.findings + verdict.warnings, path: verdict.file.reference.path)
        if !options.json { try console.print(verdict.line) }
    }
}
