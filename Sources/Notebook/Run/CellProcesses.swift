/// A cell that can be run: its code, its limits, and what its options say about keeping its result.
struct ExecutableCell {
    var image: CellImage
    var limits: CellLimits
    var options: CellOptions
    var readsWholeEnvironment: Bool
    /// Whether it can get to know where objects lie in memory.
    var knowsAddresses: Bool
    /// The lines on which its statements at top level begin; empty for the values of prose.
    var statementLines: [Int] = []
}

/// The kernel's processes of one notebook, started when they are first needed.
final class NotebookProcesses {
    private let environment: RunnerEnvironment
    private var processes: CellProcesses?

    init(_ environment: RunnerEnvironment) { self.environment = environment }

    /// The processes, started anew when the hashing is to differ.
    func started(for settings: RunSettings) throws -> CellProcesses {
        if let processes, processes.hasDeterministicHashing == settings.deterministicHashing { return processes }
        close()
        let started = try CellProcesses(environment, hasDeterministicHashing: settings.deterministicHashing)
        processes = started
        return started
    }

    /// Ends the processes that cannot serve a notebook of `cells`, those `walked` over having the steps `present`.
    func prune(keeping present: [Step], walked: Set<String>, of cells: [String]) {
        processes?.prune(keeping: present, walked: walked, of: cells)
    }

    /// Ends all processes.
    func close() {
        processes?.close()
        processes = nil
    }
}

/// The kernel's processes for one notebook, and which cells each of them has carried out.
final class CellProcesses {
    /// Whether the processes keep one order of dictionaries and sets.
    let hasDeterministicHashing: Bool
    private let options: KernelSession.Options
    private var session: KernelSession
    private var lineage: Lineage<Snapshot>

    init(_ environment: RunnerEnvironment, hasDeterministicHashing: Bool) throws {
        self.hasDeterministicHashing = hasDeterministicHashing
        var options = KernelSession.Options(
            executable: environment.library.kernel, workingDirectory: environment.project,
            environment: environment.variables, symbolizer: Symbolizer(executable: environment.toolchain.symbolizer))
        options.hashesDeterministically = hasDeterministicHashing
        self.options = options
        session = try KernelSession(options)
        lineage = Lineage(root: session.root)
    }

    /// The steps that are missing before a cell which needs `needed` can run, after a process that has done the rest.
    func start(needed: [Step], past: [Step]) -> (done: [Step], missing: [Step]) {
        let (node, missing) = lineage.start(needed: needed, past: past)
        return (lineage.nodes[node].steps, missing)
    }

    /// Runs `cell` in the state after exactly the steps `done`.
    func run(_ cell: ExecutableCell, after done: [Step], interruption: Interruption) throws -> CellRun {
        guard let node = lineage.nodes.firstIndex(where: { $0.steps == done }) else {
            throw KernelError(.snapshotGone, "state", "no process holds it any more")
        }
        let run = try session.run(
            cell.image, from: lineage.nodes[node].snapshot, limits: cell.limits, interruption: interruption)
        if cell.image.consumes(lineage.nodes[node].snapshot) { _ = lineage.remove(at: node) }
        return run
    }

    /// Keeps the process that came of carrying out `step` after `done`.
    func keep(_ snapshot: Snapshot, after done: [Step], _ step: Step) { lineage.add(snapshot, after: done, step) }

    /// Ends the process that came of carrying out a cell and is not to be kept.
    func discard(_ snapshot: Snapshot) { session.discard(snapshot) }

    /// Ends the processes that cannot serve a notebook of `cells`, those `walked` over having the steps `present`.
    func prune(keeping present: [Step], walked: Set<String>, of cells: [String]) {
        for snapshot in lineage.prune(keeping: present, walked: walked, of: cells) { discard(snapshot) }
    }

    /// Begins anew after the loss of a process: nothing can be told of the others.
    func restart() throws {
        session.close()
        session = try KernelSession(options)
        lineage = Lineage(root: session.root)
    }

    /// Ends all processes.
    func close() { session.close() }
}
