/// A notebook with the results of all its cells.
package struct NotebookRun: Sendable {
    /// The notebook that ran.
    package var notebook: Notebook
    /// In the notebook's order.
    package var reports: [CellReport]
    /// Whether all cells were compiled as one program.
    package var isOfScript = false
    /// What the run took, where this process did it.
    package var times = StageTimes()

    /// All inputs of a run without failures whose results hold as long as these stay as they are; nil for any other
    /// run.
    ///
    /// A cell that did not run, because it or one that it needs is meant to fail, has no inputs of its own.
    var lastingInputs: [ObservedInput]? {
        let haveRun = reports.filter { $0.origin == .ran || $0.origin == .reused }
        guard failures.isEmpty, haveRun.allSatisfy(\.isLasting) else { return nil }
        return reports.flatMap(\.inputs)
    }

    /// Whether the files and folders that the cells used are still as they were then.
    package func agreesWithFiles(_ environment: RunnerEnvironment) -> Bool {
        InputStates(store: environment.store, environment: environment.variables)
            .agree(with: reports.flatMap(\.inputs).filter { $0.input.path != nil })
    }

    /// The run of the cell `id` and of those that it needs, as is known now that they have been compiled; before, a run
    /// of one cell has to take more for needed.
    package func reaching(_ id: String) -> NotebookRun {
        var needed: Set<String> = [id]
        for report in reports.reversed() where needed.contains(report.cell.id) {
            needed.formUnion(report.dependencies)
            if case .blocked(let causes) = report.result.status { needed.formUnion(causes) }
        }
        var run = self
        run.reports = reports.filter { needed.contains($0.cell.id) }
        return run
    }

    /// The cells without a result that should have one: those that failed though not meant to, those that could not run
    /// because of such a cell, and those that were interrupted.
    package var failures: [CellReport] {
        let meant = Set(notebook.cells.filter(\.isMeantToFail).map(\.id))
        return reports.filter { $0.result.status.isFault(of: $0.cell.id, meant: meant) }
    }
}

/// What became of one cell in one run.
package struct CellReport: Sendable {
    /// Where a result comes from. This is for people who watch; the page does not depend on it.
    package enum Origin: String, Hashable, Sendable {
        /// The cell has nothing to run.
        case prose
        /// The cell ran just now.
        case ran
        /// The result was in the store, or is still the one of the last update.
        case reused
        /// The cell did not run.
        case withheld
    }

    /// The cell, as it stands in the notebook.
    package var cell: Cell
    /// Lines count from 1 in the notebook.
    package var result: CellResult
    /// Where the result comes from.
    package var origin: Origin
    /// Why it ran or was reused, in a few words: `new`, `depends on ports`, `unchanged`.
    package var reason: String
    /// What the run cost; nil where nothing ran.
    package var usage: Usage? = nil
    /// Seconds the compiler took; 0 when the compiled cell was in the store.
    package var compileSeconds = 0.0
    /// The cells whose execution had to come first.
    var dependencies: [String] = []
    /// What the cell was seen to use outside the notebook, as it was then.
    var inputs: [ObservedInput] = []
    /// Whether the result holds for as long as the inputs stay as they are.
    var isLasting = false

    /// Why another run may give another result though all that the cell uses has stayed as it is, in the words of the
    /// runner's remarks; nil where it may not, and where the author has said with `cache` what is to become of the
    /// result.
    package var doubt: String? {
        guard origin == .ran, result.status == .succeeded, !isLasting, cell.options.cache == nil else { return nil }
        let remarks = result.notices.filter { $0.line == nil }.map(\.message)
        return remarks.isEmpty ? "what this cell uses changed while it ran" : remarks.joined(separator: "; ")
    }

    /// The files and folders whose change may change the result.
    package var files: [Input] { inputs.map(\.input).filter { $0.path != nil } }

    /// The paths of the files that the cell wrote.
    package var writtenPaths: [String] {
        inputs.compactMap { if case .written(let path) = $0.input { path } else { nil } }
    }
}

/// What running a cell cost.
package struct Usage: Hashable, Sendable {
    /// Seconds from the start of the cell to its end.
    package var wallSeconds: Double
    /// Seconds of processor time, in user code and in the system together.
    package var cpuSeconds: Double
    /// The largest resident size, in bytes, of the process that ran the cell.
    package var peakMemoryBytes: Int
}

extension CellResult.Status {
    /// Whether the cell called `id` should have a result and has none, where the cells `meant` are examples of failing.
    func isFault(of id: String, meant: Set<String>) -> Bool {
        switch self {
        case .succeeded: false
        case .failed: !meant.contains(id)
        case .blocked(let causes): causes.isEmpty || !meant.isSuperset(of: causes)
        case .interrupted: true
        }
    }
}

extension CellResult {
    /// A result without outputs.
    init(_ status: Status) {
        self.init(status: status, items: [], notices: [], warnings: [], interpolations: [])
    }

    /// The same result, its lines counted in the notebook instead of in a cell whose first line is `line`.
    func placed(at line: Int) -> CellResult {
        var placed = self
        if case .failed(let failure) = status { placed.status = .failed(failure.placed(at: line)) }
        placed.warnings = warnings.map { $0.placed(at: line) }
        placed.notices = notices.map { Notice(message: $0.message, line: $0.line.map { $0 + line - 1 }) }
        return placed
    }
}

private extension Failure {
    func placed(at first: Int) -> Failure {
        var placed = self
        placed.line = line.map { $0 + first - 1 }
        placed.diagnostics = diagnostics.map { $0.placed(at: first) }
        return placed
    }
}

private extension Diagnostic {
    func placed(at first: Int) -> Diagnostic {
        var placed = self
        placed.line += first - 1
        return placed
    }
}
