import Foundation

/// Runs one notebook, again and again as it changes, and keeps the processes that hold its state in between.
///
/// After each call the results are those of a fresh run of the whole notebook, however little of it ran.
package final class NotebookRunner {
    let environment: RunnerEnvironment
    private let states: InputStates
    private let processes: NotebookProcesses
    /// What the texts of the latest notebook's cells say.
    private var analyses: [AnalysedText: CellAnalysis] = [:]

    /// A runner that has run nothing yet.
    package init(_ environment: RunnerEnvironment) {
        self.environment = environment
        processes = NotebookProcesses(environment)
        states = InputStates(store: environment.store, environment: environment.variables)
    }

    /// Runs what of `notebook` has to run, and tells `observer` of each cell in turn.
    ///
    /// The parameters of `settings` must be declared by the notebook, else `ParameterError` is thrown. `interruption`
    /// ends the run early; the cells that have not ended are then reported as interrupted.
    package func run(
        _ notebook: Notebook, _ settings: RunSettings, interruption: Interruption,
        observer: (RunEvent) -> Void = { _ in }
    ) throws -> NotebookRun {
        var times = StageTimes()
        environment.compiler.prepare()
        let program = try times.measure(.parse) { try self.program(notebook, settings) }
        var settled = SettledCells()
        if let reports = try reportsByScript(program, settings, interruption, &settled, &times, observer: observer) {
            return NotebookRun(notebook: notebook, reports: reports, isOfScript: true, times: times)
        }
        let setting = setting(program, settings, interruption)
        defer { setting.supply.cancel() }
        let reports = try times.measure(.run) { try self.reports(setting, &settled, observer: observer) }
        times.move(setting.supply.timeWaited, from: .run, to: .compile)
        return NotebookRun(notebook: notebook, reports: reports, times: times)
    }

    /// Brings the processes into the state after the whole of `notebook`, which has been run before, so that only what
    /// an edit can reach will have to run after it.
    /// - Returns: Whether that was done before the interruption, and without meeting a cell that has another result
    ///   now.
    package func holdState(
        of notebook: Notebook, _ settings: RunSettings, interruption: Interruption
    ) throws -> Bool {
        let setting = setting(try program(notebook, settings), settings, interruption)
        defer { setting.supply.cancel() }
        var walk = NotebookWalk(setting, settled: SettledCells())
        do {
            _ = try walk.run { _ in }
            return try walk.holdState()
        } catch is Contradiction {
            return false
        }
    }

    /// What `run` would do. Nothing is compiled or run.
    package func plan(_ notebook: Notebook, _ settings: RunSettings) throws -> Plan {
        let program = try program(notebook, settings)
        let supply: any CellSupply =
            if let script = try script(program, isPlan: true) { script } else {
                Compilation(program.entries.map(\.item), compiler: compiler, isPlan: true)
            }
        var walk = NotebookWalk(
            NotebookWalk.Setting(
                program: program, supply: supply, settings: settings, states: states, processes: processes,
                environment: environment, interruption: try Interruption()), settled: SettledCells())
        _ = try walk.run { _ in }
        return walk.plan()
    }

    /// Ends all processes.
    package func close() { processes.close() }
}

private extension NotebookRunner {
    var compiler: CellCompiler { CellCompiler(environment) }

    func program(_ notebook: Notebook, _ settings: RunSettings) throws -> NotebookProgram {
        NotebookProgram(try notebook.setting(settings.parameters), target: settings.target, analyses: &analyses)
    }

    /// A walk in which the cells are compiled one by one.
    func setting(
        _ program: NotebookProgram, _ settings: RunSettings, _ interruption: Interruption
    ) -> NotebookWalk.Setting {
        NotebookWalk.Setting(
            program: program, supply: Compilation(program.entries.map(\.item), compiler: compiler),
            settings: settings, states: states, processes: processes, environment: environment,
            interruption: interruption)
    }

    /// All cells as one script, where that is sooner compiled than those of them that have not been compiled before.
    ///
    /// `prepare` is called before the compiler, which takes its time, gets to work.
    func script(
        _ program: NotebookProgram, isPlan: Bool, prepare: () throws -> Void = {}
    ) throws -> CompiledScript? {
        let items = program.entries.map(\.item)
        let strange = items.compactMap(\.self).count { !compiler.isFamiliar($0) }
        guard strange > Self.fewCells, let script = program.script else { return nil }
        try prepare()
        return try CompiledScript(script, of: items, compiler: compiler, isPlan: isPlan)
    }

    /// So many cells are compiled one by one in less time than a whole notebook in one piece.
    static let fewCells = 3

    /// The reports of an update that runs the notebook as one script; nil where it cannot, after which `settled` holds
    /// what has run well.
    func reportsByScript(
        _ program: NotebookProgram, _ settings: RunSettings, _ interruption: Interruption,
        _ settled: inout SettledCells, _ times: inout StageTimes, observer: (RunEvent) -> Void
    ) throws -> [CellReport]? {
        let processes = NotebookProcesses(environment)
        defer { processes.close() }
        guard
            let script = try times.measure(
                .compile, { try script(program, isPlan: false) { _ = try processes.started(for: settings) } })
        else { return nil }
        let setting = NotebookWalk.Setting(
            program: program, supply: script, settings: settings, states: states, processes: processes,
            environment: environment, interruption: interruption)
        defer { script.cancel() }
        do {
            return try times.measure(.run) { try reports(setting, &settled, observer: observer) }
        } catch let departure as ScriptDeparture {
            settled = departure.settled
            return nil
        }
    }

    /// The reports of one update: walks over the cells until no result contradicts an earlier one.
    func reports(
        _ setting: NotebookWalk.Setting, _ settled: inout SettledCells, observer: (RunEvent) -> Void
    ) throws -> [CellReport] {
        while true {
            var walk = NotebookWalk(setting, settled: settled)
            do {
                let reports = try walk.run(observer: observer)
                let walked = reports.filter { $0.result.status != .interrupted }.map(\.cell.id)
                setting.processes.prune(
                    keeping: walk.steps, walked: Set(walked), of: setting.program.entries.map(\.cell.id))
                return reports
            } catch let contradiction as Contradiction {
                settled = contradiction.settled
            }
        }
    }
}
