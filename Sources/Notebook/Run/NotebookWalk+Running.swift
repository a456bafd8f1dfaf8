import Foundation

/// A cell, run again for its state, came to another result than before; what is known now.
struct Contradiction: Error {
    var settled: SettledCells
}

/// What ran in one update, by cell: asked for again under the same execution key, the same result is given.
struct SettledCells {
    struct Entry {
        var execution: ContentHash
        var key: ContentHash
        var result: CellResult
        var usage: Usage
        var inputs: [ObservedInput]
        /// Whether the result holds for as long as the inputs stay as they are.
        var isLasting: Bool
    }

    var entries: [String: Entry] = [:]
    /// How often a walk was begun anew. A notebook whose cells never come to the same result twice must end some time.
    var contradictions = 0
    static let contradictionLimit = 3
}

/// A cell of a script did something that is better told, or better followed, where it runs by itself.
struct ScriptDeparture: Error {
    /// What has run well.
    var settled: SettledCells
}

extension NotebookWalk {
    /// Runs the cell at `index`, after those whose state it needs and no process holds.
    ///
    /// When the kernel is lost over it a new one gets a second try, since the blame may lie elsewhere; then the cell
    /// failed.
    mutating func carryOut(_ index: Int, _ cell: ExecutableCell) throws -> (outcome: CellOutcome, done: [Step]) {
        let processes = try setting.processes.started(for: setting.settings)
        for _ in 0..<2 {
            do {
                return try carryOut(index, cell, processes)
            } catch let error as KernelError where error.isLoss {
                try processes.restart()
            }
        }
        return (.lost, [])
    }

    private mutating func carryOut(
        _ index: Int, _ cell: ExecutableCell, _ processes: CellProcesses
    ) throws -> (outcome: CellOutcome, done: [Step]) {
        let needed =
            try setting.supply.isScript ? allSteps(before: index) : closure(of: index).compactMap { done[$0]?.step }
        var (state, missing) = processes.start(needed: needed, past: steps)
        for step in missing {
            try repeatForState(step, after: state, processes)
            state.append(step)
        }
        let run = try processes.run(cell, after: state, interruption: setting.interruption)
        return (try outcome(run, of: cell, processes), state)
    }

    /// The steps of all cells before the one at `index`, each of which a script must have carried out.
    private func allSteps(before index: Int) throws(ScriptDeparture) -> [Step] {
        let steps = steps
        guard steps.count == setting.program.entries[..<index].count(where: { $0.item != nil }) else {
            throw ScriptDeparture(settled: settled)
        }
        return steps
    }

    /// Runs a cell whose result is known once more, because its state is needed.
    private mutating func repeatForState(_ step: Step, after state: [Step], _ processes: CellProcesses) throws {
        guard let known = done.values.first(where: { $0.step == step }), let cell = known.cell else {
            throw KernelError(.stepUnknown, step.cell, "its state is needed, but this walk has not come past it")
        }
        let run = try processes.run(cell, after: state, interruption: setting.interruption)
        let outcome = try outcome(run, of: cell, processes)
        if let snapshot = outcome.snapshot, outcome.result.bytes == known.result.bytes || isTired {
            return processes.keep(snapshot, after: state, step)
        }
        outcome.snapshot.map(processes.discard)
        var settled = settled
        settled.contradictions += 1
        settled.entries[step.cell] = SettledCells.Entry(
            execution: known.execution, key: Self.uniqueKey(), result: outcome.result, usage: outcome.usage,
            inputs: outcome.seen, isLasting: false)
        throw Contradiction(settled: settled)
    }

    private var isTired: Bool { settled.contradictions >= SettledCells.contradictionLimit }

    private func outcome(
        _ run: CellRun, of cell: ExecutableCell, _ processes: CellProcesses
    ) throws(ScriptDeparture) -> CellOutcome {
        let outcome = CellOutcome(run, of: cell, states: setting.states)
        guard !setting.supply.isScript || outcome.isPlain || setting.interruption.isRaised else {
            outcome.snapshot.map(processes.discard)
            throw ScriptDeparture(settled: settled)
        }
        return outcome
    }

    /// Brings some process into the state after all cells, so that the next edit need not wait for that.
    /// - Returns: Whether it was reached before the interruption.
    mutating func holdState() throws -> Bool {
        guard !setting.interruption.isRaised, let processes = try? setting.processes.started(for: setting.settings)
        else {
            return false
        }
        var (state, missing) = processes.start(needed: steps, past: steps)
        for step in missing {
            guard !setting.interruption.isRaised else { return false }
            try repeatForState(step, after: state, processes)
            state.append(step)
        }
        return true
    }

    /// A key that no other result has: for results that hold only now.
    static func uniqueKey() -> ContentHash { ContentHash(fields: ["unique", UUID().uuidString]) }
}
