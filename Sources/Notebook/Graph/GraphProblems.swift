/// What is wrong between cells: names declared twice, or too late.
struct GraphProblems {
    private let cells: [CellGraph.Input]
    private let index: DeclarationIndex
    /// Declarations by name, in notebook order.
    private var declared: [String: [Int]] = [:]

    init(_ cells: [CellGraph.Input], index: DeclarationIndex) {
        self.cells = cells
        self.index = index
        for (entry, value) in index.entries.enumerated() where value.cell >= 0 && value.declaration.kind != .extension {
            declared[value.declaration.name, default: []].append(entry)
        }
    }

    /// The problems of a cell, in the order of its text, hints last; places count in the notebook.
    func of(_ position: Int) -> [CellProblem] {
        let own = cells[position].analysis.problems.map { problem in
            var problem = problem
            problem.line += cells[position].line - 1
            return problem
        }
        return own + redeclarations(in: position) + lateDeclarations(for: position)
    }

    private func redeclarations(in position: Int) -> [CellProblem] {
        cells[position].analysis.declarations.compactMap { declaration in
            let earlier = (declared[declaration.name] ?? []).map { index.entries[$0] }
            guard
                let first = earlier.first(where: { $0.cell < position && conflicts($0.declaration, declaration) })
            else { return nil }
            let fault = CellProblem.Fault.redeclaration(
                name: declaration.name, firstCell: cells[first.cell].id, firstLine: line(of: first))
            let line = declaration.line + cells[position].line - 1
            return CellProblem(fault: fault, line: line, column: declaration.column)
        }
    }

    private func lateDeclarations(for position: Int) -> [CellProblem] {
        let names = cells[position].analysis.mentions.names.filter { declared[$0] != nil }
        return names.sorted().compactMap { name in
            guard let first = declared[name]?.first.map({ index.entries[$0] }), first.cell > position else {
                return nil
            }
            let fault = CellProblem.Fault.declaredLater(name: name, cell: cells[first.cell].id, line: line(of: first))
            return CellProblem(fault: fault, line: cells[position].line, column: 1)
        }
    }

    private func line(of entry: DeclarationIndex.Entry) -> Int { entry.declaration.line + cells[entry.cell].line - 1 }

    /// Whether Swift would refuse the two in one file. Under conditions it may never see both.
    private func conflicts(_ first: Declaration, _ second: Declaration) -> Bool {
        guard first.nameSpace == second.nameSpace, !first.isConditional, !second.isConditional else { return false }
        switch (first.kind, second.kind) {
        case (.function, .function): return first.signature == second.signature
        case (.function, _) where second.isVariable: return first.takesNothing
        case (_, .function) where first.isVariable: return second.takesNothing
        default: return true
        }
    }
}

extension Declaration {
    fileprivate enum NameSpace { case values, operators, precedenceGroups, extensions }

    fileprivate var nameSpace: NameSpace {
        switch kind {
        case .operator: .operators
        case .precedenceGroup: .precedenceGroups
        case .extension: .extensions
        default: .values
        }
    }

    fileprivate var isVariable: Bool { kind == .constant || kind == .variable || kind == .computed }

    fileprivate var takesNothing: Bool { signature?.contains("()") == true }
}
