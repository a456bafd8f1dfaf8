import Notebook

/// What one command does with notebooks: reads and runs them, stops when asked to, and takes the time.
struct Session {
    let workshop: Workshop
    private let keys: InterruptionByKey
    /// Whether a watch on the project may do the work.
    private let asksWatch: Bool
    /// Where the time went so far.
    var times = StageTimes()

    /// Opens the workshop. From now on Ctrl-C stops cells and not the program.
    init(_ console: Console) throws {
        workshop = try times.measure(.open) { try Workshop(console) }
        (keys, asksWatch) = (try InterruptionByKey(), true)
        console.warnOfMachine()
    }

    /// A part of the work of another session, with an empty store of its own, which goes when that session is closed.
    init(_ console: Console, within session: Session) throws {
        (keys, asksWatch) = (session.keys, false)
        workshop = try Workshop(console, storeFolder: session.workshop.environment.makeScratchFolder())
    }

    /// Whether the person has asked to stop.
    var isInterrupted: Bool { keys.interruption.isRaised }

    /// Runs what of a notebook has to run, in the processes of a watch where one holds them, and hands each cell's
    /// report on when it has ended; no process of a run here is left behind.
    mutating func run(
        _ file: SourceFile, _ settings: RunSettings, ended: (CellReport) -> Void = { _ in }
    ) throws -> NotebookRun {
        if asksWatch, !settings.fresh,
            let run = times.measure(.run, { workshop.ask(file, settings, keys.interruption, ended: ended) })
        {
            return run
        }
        let runner = NotebookRunner(workshop.environment)
        defer { runner.close() }
        let run = try workshop.run(file, runner, settings, keys.interruption, ended: ended)
        times.add(run.times)
        return run
    }

    func close() { workshop.close() }
}

extension RunSettings {
    /// The settings that a command line asks for.
    init(fresh: Bool = false, parameters: [String: String], timeout: Double?) {
        self.init()
        self.fresh = fresh
        self.parameters = parameters
        self.timeout = timeout ?? self.timeout
    }
}
