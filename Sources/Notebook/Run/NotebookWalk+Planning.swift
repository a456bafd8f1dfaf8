extension NotebookWalk {
    /// Stands in for running the cell at `index` where only a plan is wanted: later cells take it for one that ran.
    mutating func plan(_ action: Plan.Action, _ index: Int, reason: String) -> CellReport {
        planned[index] = action
        return CellReport(
            cell: setting.program.entries[index].cell, result: CellResult(.succeeded), origin: .ran, reason: reason)
    }

    /// Plans a cell that is not compiled. Its result may be known all the same, where the types in it are.
    mutating func plan(_ action: Plan.Action, _ index: Int, typesAreKnown: Bool) -> CellReport {
        guard typesAreKnown, !restsOnPlanned(index) else {
            return plan(action, index, reason: reasonToRun(index, nil))
        }
        let execution = executionKey(of: index)
        executions[index] = execution
        return reuse(index, nil, execution) ?? plan(action, index, reason: reasonToRun(index, execution))
    }

    /// Whether the cell needs one that would run, so that nothing is known of its result before.
    func restsOnPlanned(_ index: Int) -> Bool {
        !planned.isEmpty && closure(of: index).contains { planned[$0] != nil }
    }

    /// What the walk found out.
    func plan() -> Plan {
        Plan(
            entries: reports.indices.map { index in
                Plan.Entry(
                    cell: reports[index].cell, dependencies: nodes[index].dependencies,
                    executionKey: executions[index]?.description,
                    presentationKey: reports[index].cell.presentationKey.description,
                    action: planned[index] ?? Plan.Action(reports[index]), reason: Plan.reason(reports[index]),
                    repeatedFor: repeated(index))
            })
    }

    /// The cells that would run and need the state after the one at `index`, whose result is known.
    private func repeated(_ index: Int) -> [String] {
        guard done[index] != nil else { return [] }
        return planned.keys.sorted().filter { closure(of: $0).contains(index) }.map { reports[$0].cell.id }
    }
}

private extension Plan.Action {
    /// What happens to a cell that would not run.
    init(_ report: CellReport) {
        switch report.origin {
        case .prose: self = .nothing
        case .ran, .reused: self = .reuse
        case .withheld: self = .withhold
        }
    }
}

private extension Plan {
    /// Why, in a few words; for a cell that cannot run what is wrong with it.
    static func reason(_ report: CellReport) -> String {
        guard report.origin == .withheld, case .failed(let failure) = report.result.status else { return report.reason }
        return failure.diagnostics.first { $0.severity == .error }?.message ?? failure.message
    }
}
