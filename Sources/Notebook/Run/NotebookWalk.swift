import Foundation

/// One walk over the cells of a notebook, in order, that gives each its result: from the store, from what ran earlier
/// in this update, by running it, or by knowing why it cannot run.
struct NotebookWalk {
    /// What stays the same from walk to walk of one update.
    struct Setting {
        var program: NotebookProgram
        var supply: any CellSupply
        var settings: RunSettings
        var states: InputStates
        var processes: NotebookProcesses
        var environment: RunnerEnvironment
        var interruption: Interruption

        var results: ResultStore { ResultStore(store: environment.store, states: states) }
    }

    /// A cell that has run, as later cells see it.
    struct Done {
        var step: Step
        /// Nil where only a plan is wanted.
        var cell: ExecutableCell?
        /// With which a later run of the cell, for its state alone, must agree.
        var result: CellResult
        var execution: ContentHash
    }

    let setting: Setting
    /// What ran in this update before the walk was begun anew.
    var settled: SettledCells
    private(set) var reports: [CellReport] = []
    var done: [Int: Done] = [:]
    /// What of the graph has been found out: of the cells walked over and the one at hand.
    private(set) var nodes: [CellGraph.Node] = []
    /// Where each of these cells is.
    private var positions: [String: Int] = [:]
    private var graph: GraphBuilder
    /// The execution keys, as far as they are known.
    var executions: [Int: ContentHash] = [:]
    private var codePaths: [String: String] = [:]
    /// In a plan, the cells that would run.
    var planned: [Int: Plan.Action] = [:]

    init(_ setting: Setting, settled: SettledCells) {
        (self.setting, self.settled) = (setting, settled)
        graph = GraphBuilder(setting.program.inputs)
    }

    /// The positions of all cells that must have run before the one at `index`, in order.
    func closure(of index: Int) -> [Int] {
        var found: Set<Int> = []
        var waiting = [index]
        while let next = waiting.popLast() {
            for case let needed? in nodes[next].dependencies.map({ positions[$0.cell] })
            where found.insert(needed).inserted {
                waiting.append(needed)
            }
        }
        return found.sorted()
    }

    /// The steps of the cells that have a state, in order.
    var steps: [Step] { done.sorted { $0.key < $1.key }.map(\.value.step) }

    private var store: Store { setting.environment.store }

    /// Notes a cell that later cells may rest on; one that failed leaves nothing.
    mutating func record(
        _ result: CellResult, _ step: Step, _ cell: ExecutableCell?, _ execution: ContentHash, of index: Int
    ) {
        guard result.status == .succeeded else { return }
        done[index] = Done(step: step, cell: cell, result: result, execution: execution)
    }

    /// Gives every cell its result.
    /// - Throws: `Contradiction` where a cell, run again for its state, came to another result than before: then the
    ///   walk must be begun anew with what is known now.
    mutating func run(observer: (RunEvent) -> Void) throws -> [CellReport] {
        let entries = setting.program.entries
        for (index, entry) in entries.enumerated() {
            // After an interruption nobody waits for the compiler any more.
            let isCode = entry.item != nil && !setting.interruption.isRaised
            let outcome = isCode ? setting.supply.outcome(of: index) : nil
            outcome?.facts.map { graph.learn($0, at: index) }
            nodes.append(graph.node(at: index))
            positions[entry.cell.id] = index
            guard entry.isWanted else { continue }
            if entry.item != nil { observer(.started(cell: entry.cell, index: index, count: entries.count)) }
            var report = try report(of: index)
            report.result = report.result.placed(at: entry.cell.line)
            report.dependencies = nodes[index].dependencies.map(\.cell)
            reports.append(report)
            observer(.finished(report, index: index, count: entries.count))
        }
        return reports
    }
}

private extension NotebookWalk {
    mutating func report(of index: Int) throws -> CellReport {
        let entry = setting.program.entries[index]
        if let problem = entry.problem { return withheld(entry.cell, .failed(problem), "cannot run") }
        guard entry.item != nil else {
            return CellReport(cell: entry.cell, result: CellResult(.succeeded), origin: .prose, reason: "prose")
        }
        let blockers = blockers(of: index)
        guard blockers.isEmpty else {
            return withheld(entry.cell, .blocked(by: blockers), "needs \(blockers.joined(separator: ", "))")
        }
        guard !setting.interruption.isRaised else { return withheld(entry.cell, .interrupted, "interrupted") }
        switch setting.supply.outcome(of: index) {
        case .impossible(let error): throw error
        case .withheld: return withheld(entry.cell, .blocked(by: []), "cannot be compiled")
        case .missing(let facts): return plan(.compile, index, typesAreKnown: facts != nil)
        case .undecided(let facts): return plan(.run, index, typesAreKnown: facts != nil)
        case .compiled(let compiled, let unit, let seconds):
            var report = try report(of: index, compiled, unit, isNew: seconds > 0)
            report.result.warnings = compiled.messages.map { Diagnostic($0, unit) }.filter { $0.severity != .error }
            report.compileSeconds = seconds
            return report
        }
    }

    mutating func report(
        of index: Int, _ compiled: CompiledCell, _ unit: CompileUnit, isNew: Bool
    ) throws -> CellReport {
        let cell = setting.program.entries[index].cell
        guard let product = compiled.product, let code = path(ofCode: product.code) else {
            return withheld(
                cell, .failed(Failure(compiled.messages, unit, setting.program.entries[index].hints)),
                "does not compile")
        }
        let execution = executionKey(of: index)
        if !restsOnPlanned(index) { executions[index] = execution }
        let executable = ExecutableCell(
            image: CellImage(path: code, entry: product.entry, firstLine: unit.source.firstLine),
            limits: CellLimits(cell.options, setting.settings),
            options: cell.options, readsWholeEnvironment: product.readsWholeEnvironment,
            knowsAddresses: MemoryAddresses.areKnown(to: setting.program.entries[index].analysis.mentions),
            statementLines: cell.kind == .markdown ? [] : setting.program.entries[index].analysis.statementLines)
        if let report = reuse(index, executable, execution) { return report }
        let reason = reasonToRun(index, execution, isNew: isNew)
        if setting.supply.isPlan { return plan(.run, index, reason: reason) }
        let run = try carryOut(index, executable)
        try finish(index, run, executable, execution)
        return CellReport(
            cell: cell, result: run.outcome.result, origin: .ran, reason: reason, usage: run.outcome.usage,
            inputs: run.outcome.seen, isLasting: run.outcome.inputs != nil)
    }

    /// Where the blob `code` is. That it is whole is found out once: the cells of a script share it.
    mutating func path(ofCode code: String) -> String? {
        if let path = codePaths[code] { return path }
        let path = ContentHash(code).flatMap(store.blob)
        codePaths[code] = path
        return path
    }

    func withheld(_ cell: Cell, _ status: CellResult.Status, _ reason: String) -> CellReport {
        CellReport(cell: cell, result: CellResult(status), origin: .withheld, reason: reason)
    }

    /// The failed cells without whose names the cell cannot be.
    func blockers(of index: Int) -> [String] {
        var blockers: [String] = []
        for earlier in setting.program.entries[index].item?.visible ?? [] {
            guard let report = reports.first(where: { $0.cell.id == setting.program.entries[earlier].cell.id }) else {
                continue
            }
            switch report.result.status {
            case .failed: blockers.append(report.cell.id)
            case .blocked(let roots): blockers += roots
            case .succeeded, .interrupted: break
            }
        }
        var seen: Set<String> = []
        return blockers.filter { seen.insert($0).inserted }
    }
}
