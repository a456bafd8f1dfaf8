/// Goes through the cells in order, and keeps what earlier ones have done to what later ones use.
struct GraphBuilder {
    private let cells: [CellGraph.Input]
    private var index: DeclarationIndex
    private var natures: NatureTable
    private let problems: GraphProblems
    /// The cells that have used each changeable declaration so far.
    private var users: [Int: [Int]] = [:]
    private var links: SharedLinks

    init(_ cells: [CellGraph.Input]) {
        self.cells = cells
        natures = NatureTable(cells)
        index = DeclarationIndex(cells, natures: natures)
        problems = GraphProblems(cells, index: index)
        links = SharedLinks()
    }

    /// Takes in what the compiler found out about the next cell, before its node is asked for.
    mutating func learn(_ facts: TypeFacts, at position: Int) {
        natures.add(facts, of: cells[position].id)
        index.update(position, id: cells[position].id, natures: natures)
    }

    /// The node of the next cell; positions must come in order.
    mutating func node(at position: Int) -> CellGraph.Node {
        let cell = cells[position]
        let start = index.unnamed + index.declarations(for: cell.analysis.mentions)
        let seen = closure(from: start, before: position) { index.mentioned(by: $0) }
        let used = closure(from: start, before: position) { index.reached(by: $0) + links.reached(from: $0) }
        let dependencies = dependencies(of: used)
        note(used, by: position)
        return CellGraph.Node(
            id: cell.id, dependencies: dependencies, visible: visible(seen), imports: imports(before: position),
            problems: problems.of(position), fingerprint: fingerprint(of: cell, seen: seen))
    }

    /// Everything that can be got to from some declarations through those of earlier cells.
    private func closure(from start: [Int], before position: Int, next: (Int) -> [Int]) -> [Int] {
        var seen: Set<Int> = []
        var waiting = start
        while let entry = waiting.popLast() {
            guard index.entries[entry].cell < position, seen.insert(entry).inserted else { continue }
            waiting += next(entry)
        }
        return seen.sorted()
    }

    private func dependencies(of used: [Int]) -> [Dependency] {
        var reasons: [Int: Set<Dependency.Reason>] = [:]
        for entry in used {
            let declaration = index.entries[entry]
            if declaration.cell >= 0 { reasons[declaration.cell, default: []].insert(declaration.reason) }
            for user in users[entry] ?? [] where user != declaration.cell {
                reasons[user, default: []].insert(.mayChange(declaration.displayName))
            }
        }
        return reasons.sorted { $0.key < $1.key }.map {
            Dependency(cell: cells[$0.key].id, reasons: $0.value.sorted { $0.order < $1.order })
        }
    }

    /// Remembers what a cell may have changed, and what it may have put within reach of what.
    private mutating func note(_ used: [Int], by position: Int) {
        let own = index.entries.indices.filter { index.entries[$0].cell == position }
        let changeable = (used + own).filter { index.entries[$0].isMutable }
        for entry in changeable { users[entry, default: []].append(position) }
        links.join(changeable.filter { index.entries[$0].isShared }, to: changeable)
    }

    private func visible(_ seen: [Int]) -> [String] {
        Set(seen.map { index.entries[$0].cell }).sorted().filter { $0 >= 0 }.map { cells[$0].id }
    }

    private func imports(before position: Int) -> [String] {
        var known: Set<String> = []
        return cells[..<position].flatMap(\.analysis.imports).filter { known.insert($0).inserted }
    }

    /// A declaration that asks for its caller's place makes the layout of the caller count.
    private func fingerprint(of cell: CellGraph.Input, seen: [Int]) -> [UInt8] {
        let isPlaced = seen.contains { index.entries[$0].declaration.usesPosition }
        return isPlaced ? Fingerprint.verbatim(Array(cell.source.utf8)) : cell.analysis.fingerprint
    }
}

/// Which changeable things can be reached through which shared ones.
///
/// A cell that uses a shared object and something else may have stored the one in the other. From then on, whoever uses
/// the object may be using both. (`registry.add(item)` in one cell, `item.value = 3` in the next: a third that asks
/// the registry for a sum needs both.)
struct SharedLinks {
    private var groups: [[Int]] = []
    private var memberships: [Int: [Int]] = [:]

    mutating func join(_ shared: [Int], to changeable: [Int]) {
        guard !shared.isEmpty, changeable.count > 1 else { return }
        for entry in shared { memberships[entry, default: []].append(groups.count) }
        groups.append(changeable)
    }

    func reached(from entry: Int) -> [Int] { (memberships[entry] ?? []).flatMap { groups[$0] } }
}

extension DeclarationIndex.Entry {
    fileprivate var reason: Dependency.Reason {
        if declaration.kind == .extension, let use = declaration.implicitUse { return .acts(use) }
        return .declares(displayName)
    }
}

extension Dependency.Reason {
    fileprivate var order: String {
        switch self {
        case .declares(let name): "1 \(name)"
        case .mayChange(let name): "2 \(name)"
        case .acts(let use): "3 \(use)"
        }
    }
}
