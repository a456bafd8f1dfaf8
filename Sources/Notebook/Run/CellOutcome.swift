import Foundation
import NotebookDisplay

/// What one run of a cell came to, in the terms of the page and of the store.
struct CellOutcome {
    /// Lines count from the cell's first.
    var result: CellResult
    /// What the result rests on besides the notebook; nil when that cannot be told, so that the result serves only now.
    var inputs: [ObservedInput]?
    /// What the cell was seen to use, whether or not its result can be held against it.
    var seen: [ObservedInput]
    var usage: Usage
    /// The process that holds the state after the cell.
    var snapshot: Snapshot?

    /// Makes sense of `run`.
    init(_ run: CellRun, of cell: ExecutableCell, states: InputStates) {
        let items = RunItems(run.items)
        var evidence = Evidence(run.observations, states: states)
        if cell.readsWholeEnvironment { evidence.add(.wholeEnvironment, states) }
        if cell.knowsAddresses { evidence.add(reason: "asks where objects lie in memory") }
        if run.items.contains(where: MemoryAddresses.areShown) { evidence.add(reason: "shows an address in memory") }
        let notices = run.notices.map { Notice($0) } + evidence.notices(kept: cell.options.cache == true)
        let ending = run.ending.placed(atStatements: cell.statementLines)
        result = CellResult(
            status: CellResult.Status(ending), items: items.items, notices: notices, warnings: [],
            interpolations: items.interpolations)
        inputs = ending.isRepeatable && run.isPlaced ? evidence.inputs(cell.options) : nil
        seen = evidence.seen
        usage = Usage(
            wallSeconds: run.usage.wall, cpuSeconds: run.usage.processor, peakMemoryBytes: Int(run.usage.peakMemory))
        if case .completed(let snapshot) = run.ending { self.snapshot = snapshot }
    }

    /// Whether nothing is to be said but what the cell shows, and any cell can come after it.
    var isPlain: Bool {
        result.status == .succeeded && result.notices.isEmpty && snapshot.map { $0.bond == nil } == true
    }

    /// The outcome of a cell in whose run the kernel's own processes ended.
    static let lost = CellOutcome(
        result: CellResult(
            .failed(
                Failure(
                    message: "ended, or stopped, the processes that hold the notebook's state",
                    remedy: "send signals only to processes that the cell has started", line: nil, column: nil,
                    diagnostics: []))),
        seen: [], usage: Usage(wallSeconds: 0, cpuSeconds: 0, peakMemoryBytes: 0))

    private init(result: CellResult, seen: [ObservedInput], usage: Usage) {
        (self.result, self.seen, self.usage) = (result, seen, usage)
    }
}

private extension CellEnding {
    /// Whether the cell would end the same way again: limits of time and memory are met sooner or later on another day,
    /// and signals come from outside, but for those with which the processor or the run-time answers a mistake.
    var isRepeatable: Bool {
        switch self {
        case .completed, .threw, .exited, .forked, .replaced, .notLoaded: true
        case .crashed(let crash): [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV].contains(Int32(crash.signal))
        case .leftThread, .timedOut, .interrupted, .outOfMemory, .flooded, .vanished: false
        }
    }

    /// The ending, told at the beginning of a statement where only that is not chance: a loop is stopped anywhere in
    /// it.
    func placed(atStatements lines: [Int]) -> CellEnding {
        func begin(_ place: CellPlace?) -> CellPlace? {
            guard var place, let line = lines.last(where: { $0 <= place.line }) else { return place }
            place.line = line
            return place
        }
        switch self {
        case .timedOut(let place): return .timedOut(begin(place))
        case .flooded(let place): return .flooded(begin(place))
        case .outOfMemory(let place): return .outOfMemory(begin(place))
        case .crashed(var crash) where crash.isStackOverflow:
            crash.place = begin(crash.place)
            return .crashed(crash)
        default: return self
        }
    }
}

/// What a cell was seen to use.
private struct Evidence {
    private(set) var seen: [ObservedInput] = []
    /// Why the result cannot rest on inputs alone, in the order met.
    private var reasons: [String] = []
    private var isIncomplete = false

    init(_ observations: [Observation]?, states: InputStates) {
        guard let observations else {
            isIncomplete = true
            return
        }
        for observation in observations { add(observation, states) }
    }

    mutating func add(_ input: Input, _ states: InputStates) {
        seen.append(ObservedInput(input: input, state: states.state(of: input)))
    }

    /// The inputs, unless there are none that the result could be held against.
    func inputs(_ options: CellOptions) -> [ObservedInput]? {
        if isIncomplete || options.cache == false { return nil }
        return reasons.isEmpty || options.cache == true ? seen : nil
    }

    func notices(kept: Bool) -> [Notice] {
        guard !reasons.isEmpty else { return [] }
        let what = reasons.joined(separator: ", ")
        let effect = kept ? "its result is kept all the same (cache=true)" : "it runs anew every time"
        return [Notice(message: "this cell \(what): \(effect)", line: nil)]
    }

    private mutating func add(_ observation: Observation, _ states: InputStates) {
        switch observation {
        case .read(let path, .other), .untraceable(let path):
            add(reason: "uses \(path), whose content cannot be followed")
        case .read(let path, let state): add(.file(path), states.state(ofRead: path, seen: state))
        case .listed(let path, let state): add(.listing(path), states.state(ofListed: path, seen: state))
        case .asked(let path, let state): add(.presence(path), InputStates.hash(state.ignoringEntries))
        case .askedLink(let path, let state): add(.linkPresence(path), InputStates.hash(state.ignoringEntries))
        case .wrote(let path): add(.written(path), states)
        case .environment(let name, _): add(.environment(name), states)
        case .clock: add(reason: "reads the clock")
        case .load: add(reason: "measures how busy the machine is")
        case .randomness: add(reason: "draws random numbers of the system")
        case .temporaryName: add(reason: "draws the name of a temporary file")
        case .processNumber: add(reason: "asks for the number of a process")
        case .connection: add(reason: "opens a connection")
        // Its path is the machine's own business: the page must be the same everywhere.
        case .program: add(reason: "runs another program")
        case .tooMany: add(reason: "uses more files than can be followed")
        }
    }

    mutating func add(reason: String) { if !reasons.contains(reason) { reasons.append(reason) } }

    /// An input that changed while the cell ran leaves nothing to hold the result against: it is seen in a state that
    /// it never has again.
    private mutating func add(_ input: Input, _ state: ContentHash?) {
        if state == nil { isIncomplete = true }
        seen.append(ObservedInput(input: input, state: state ?? ContentHash(fields: ["changed meanwhile"])))
    }
}
