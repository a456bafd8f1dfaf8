import Foundation

extension NotebookWalk {
    /// A result that need not be computed.
    struct Known {
        var result: CellResult
        var usage: Usage
        var inputs: [ObservedInput]
        var isLasting: Bool
        var key: ContentHash
        var origin: CellReport.Origin
        var reason: String
    }

    /// Everything on which the result of a cell rests but what it is observed to read.
    func executionKey(of index: Int) -> ContentHash {
        let (entry, environment) = (setting.program.entries[index], setting.environment)
        var hasher = ContentHasher()
        hasher.field("execution 2")
        hasher.field(environment.toolchain.fingerprint)
        hasher.field(environment.libraryFingerprint)
        hasher.field(environment.project)
        hasher.field(setting.settings.deterministicHashing ? "one order" : "any order")
        hasher.field(entry.cell.id)
        hasher.field(nodes[index].fingerprint)
        let limits = CellLimits(entry.cell.options, setting.settings)
        hasher.field("seconds \(limits.seconds) memory \(limits.memory)")
        hasher.field("cache \(entry.cell.options.cache.map { "\($0)" } ?? "unsaid")")
        hasher.field("line \(entry.item?.firstLine ?? 1)")
        for declaration in entry.item?.imports ?? [] { hasher.field(declaration) }
        for module in entry.reach { hasher.field(setting.program.entries[module].cell.id) }
        for dependency in closure(of: index) {
            hasher.field(setting.program.entries[dependency].cell.id)
            hasher.field(done[dependency]?.step.key ?? ContentHash(fields: ["failed"]))
        }
        return hasher.finish()
    }

    /// The report of a cell whose result is known already; nil for any other.
    mutating func reuse(_ index: Int, _ executable: ExecutableCell?, _ execution: ContentHash) -> CellReport? {
        let cell = setting.program.entries[index].cell
        guard !restsOnPlanned(index), let known = known(execution, cell: cell) else { return nil }
        record(known.result, Step(cell: cell.id, key: known.key), executable, execution, of: index)
        return CellReport(
            cell: cell, result: known.result, origin: known.origin, reason: known.reason, usage: known.usage,
            inputs: known.inputs, isLasting: known.isLasting)
    }

    /// The result under `execution`, where it is known already.
    func known(_ execution: ContentHash, cell: Cell) -> Known? {
        if let entry = settled.entries[cell.id], entry.execution == execution {
            return Known(
                result: entry.result, usage: entry.usage, inputs: entry.inputs, isLasting: entry.isLasting,
                key: entry.key, origin: .ran, reason: "ran before in this update")
        }
        guard !setting.settings.fresh, cell.options.cache != false else { return nil }
        guard let trace = setting.results.lookUp(execution), isCurrent(trace, cell) else { return nil }
        return Known(
            result: trace.result, usage: trace.usage, inputs: trace.inputs, isLasting: true,
            key: trace.key(under: execution), origin: .reused, reason: "unchanged")
    }

    /// What fails is told with lines, so it is only as good as the cell's layout.
    private func isCurrent(_ trace: ResultStore.Trace, _ cell: Cell) -> Bool {
        trace.result.status == .succeeded && trace.result.notices.allSatisfy { $0.line == nil }
            || trace.layout == ContentHash(fields: [cell.source])
    }

    /// Why nothing is known of the result, in a few words; `isNew` where the cell had to be compiled, too.
    func reasonToRun(_ index: Int, _ execution: ContentHash?, isNew: Bool = true) -> String {
        if setting.settings.fresh { return "asked for" }
        if setting.program.entries[index].cell.options.cache == false { return "runs every time (cache=false)" }
        let ran = closure(of: index).compactMap { dependency in
            let id = setting.program.entries[dependency].cell.id
            return reports.contains { $0.cell.id == id && $0.origin == .ran } ? id : nil
        }
        if !ran.isEmpty { return "rests on \(ran.joined(separator: ", "))" }
        if let input = execution.flatMap(setting.results.changedInput) { return "\(input.wording) changed" }
        return isNew ? "new or edited" : "no result is stored"
    }

    /// Takes down the result of a cell that has just run, for this update and, where it holds longer, for later.
    mutating func finish(
        _ index: Int, _ run: (outcome: CellOutcome, done: [Step]), _ cell: ExecutableCell, _ execution: ContentHash
    ) throws {
        let (outcome, entry) = (run.outcome, setting.program.entries[index])
        var key = Self.uniqueKey()
        if let inputs = outcome.inputs {
            let trace = ResultStore.Trace(
                inputs: inputs, layout: ContentHash(fields: [entry.cell.source]), result: outcome.result,
                usage: outcome.usage)
            try setting.results.keep(trace, under: execution)
            key = trace.key(under: execution)
        }
        settled.entries[entry.cell.id] = SettledCells.Entry(
            execution: execution, key: key, result: outcome.result, usage: outcome.usage, inputs: outcome.seen,
            isLasting: outcome.inputs != nil)
        let step = Step(cell: entry.cell.id, key: key)
        record(outcome.result, step, cell, execution, of: index)
        guard let snapshot = outcome.snapshot else { return }
        try setting.processes.started(for: setting.settings).keep(snapshot, after: run.done, step)
    }
}

extension Input {
    /// The input as a reader would call it.
    var wording: String {
        switch self {
        case .file(let path), .presence(let path), .linkPresence(let path), .written(let path): path
        case .listing(let path): "the content of \(path)"
        case .environment(let name): "the environment variable \(name)"
        case .wholeEnvironment: "the environment"
        }
    }
}
