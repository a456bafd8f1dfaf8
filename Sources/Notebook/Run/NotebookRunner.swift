import Foundation

/// Runs one notebook, again and again as it changes, and keeps the processes that hold its state in between.
///
/// After each call the results are those of a fresh run of the whole notebook, however little of it ran.
package final class NotebookRunner {
    let environment: RunnerEnvironment
    let states: InputStates
    var results: ResultStore { ResultStore(store: environment.store, states: states) }
    private var processes: CellProcesses?
    /// What the texts of the latest notebook's cells say.
    private var analyses: [AnalysedText: CellAnalysis] = [:]

    /// A runner that has run nothing yet.
    package init(_ environment: RunnerEnvironment) {
        self.environment = environment
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
        let setting = try times.measure(.parse) { try self.setting(notebook, settings, interruption) }
        defer { setting.compilation.cancel() }
        let reports = try times.measure(.run) { try self.reports(setting, observer: observer) }
        times.move(setting.compilation.timeWaited, from: .run, to: .compile)
        return NotebookRun(notebook: notebook, reports: reports, times: times)
    }

    /// Brings the processes into the state after the whole of `notebook`, which has been run before, so that only what
    /// an edit can reach will have to run after it.
    /// - Returns: Whether that was done before the interruption, and without meeting a cell that has another result now.
    package func holdState(
        of notebook: Notebook, _ settings: RunSettings, interruption: Interruption
    ) throws -> Bool {
        let setting = try setting(notebook, settings, interruption)
        defer { setting.compilation.cancel() }
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
        let setting = try setting(notebook, settings, Interruption(), isPlan: true)
        var walk = NotebookWalk(setting, settled: SettledCells())
        _ = try walk.run { _ in }
        return walk.plan()
    }

    /// Ends all processes.
    package func close() {
        processes?.close()
        processes = nil
    }

    /// The processes, started when first needed and anew when the hashing is to differ.
    func processes(for settings: RunSettings) throws -> CellProcesses {
        if let processes, processes.hasDeterministicHashing == settings.deterministicHashing { return processes }
        close()
        let started = try CellProcesses(environment, hasDeterministicHashing: settings.deterministicHashing)
        processes = started
        return started
    }

    private func setting(
        _ notebook: Notebook, _ settings: RunSettings, _ interruption: Interruption, isPlan: Bool = false
    ) throws -> NotebookWalk.Setting {
        let program = NotebookProgram(
            try notebook.setting(settings.parameters), target: settings.target, analyses: &analyses)
        let compiler = CellCompiler(
            toolchain: environment.toolchain, library: environment.library,
            libraryFingerprint: environment.libraryFingerprint, store: environment.store,
            frontend: environment.compiler)
        return NotebookWalk.Setting(
            program: program,
            compilation: Compilation(program.entries.map(\.item), compiler: compiler, isPlan: isPlan),
            settings: settings, runner: self, interruption: interruption)
    }

    /// The reports of one update: walks over the cells until no result contradicts an earlier one.
    private func reports(_ setting: NotebookWalk.Setting, observer: (RunEvent) -> Void) throws -> [CellReport] {
        var settled = SettledCells()
        while true {
            var walk = NotebookWalk(setting, settled: settled)
            do {
                let reports = try walk.run(observer: observer)
                let walked = reports.filter { $0.result.status != .interrupted }.map(\.cell.id)
                processes?.prune(
                    keeping: walk.steps, walked: Set(walked), of: setting.program.entries.map(\.cell.id))
                return reports
            } catch let contradiction as Contradiction {
                settled = contradiction.settled
            }
        }
    }
}
