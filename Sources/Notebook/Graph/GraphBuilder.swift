/// Goes through the cells in order, and keeps what earlier ones have done to what later ones use.
struct GraphBuilder {
    private let cells: [CellGraph.Input]
    private var index: DeclarationIndex
    private var natures: NatureTable
    private let problems: GraphProblems
    /// The cells that have used each changeable declaration so far.
    private var users: [Int: [Int]] = [:]
    private var links = SharedLinks()

    init(_ cells: [CellGraph.Input]) {
        self.cells = cells
        natures = NatureTable(cells)
        index = DeclarationIndex(cells, natures: natures)
        problems = GraphProblems(cells, index: index)
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
        let seen = closure(from: start, before: position, along: index.mentioned)
        let used = closure(from: start, before: position, along: index.reached, links: links)
        let dependencies = dependencies(of: used)
        note(used, by: position)
        // A declaration that asks for its caller's place makes the layout of the caller count.
        let isPlaced = seen.contains { index.entries[$0].declaration.usesPosition }
        return CellGraph.Node(
            id: cell.id, dependencies: dependencies, visible: visible(seen), imports: imports(before: position),
            problems: problems.of(position),
            fingerprint: isPlaced ? Fingerprint.verbatim(Array(cell.source.utf8)) : cell.analysis.fingerprint,
            usesPosition: isPlaced || cell.analysis.usesPosition)
    }

    /// Everything that can be got to from some declarations through those of earlier cells.
    private func closure(
        from start: [Int], before position: Int, along edges: [[Int]], links: SharedLinks? = nil
    ) -> [Int] {
        var seen = [Bool](repeating: false, count: edges.count)
        var families: Set<Int> = []
        var waiting = start
        while let entry = waiting.popLast() {
            guard !seen[entry], index.entries[entry].cell < position else { continue }
            seen[entry] = true
            waiting += edges[entry]
            if let family = links?.family(of: entry), families.insert(family).inserted {
                waiting += links?.members(of: family) ?? []
            }
        }
        return seen.indices.filter { seen[$0] }
    }

    private func dependencies(of used: [Int]) -> [Dependency] {
        var reasons: [Int: Set<Dependency.Reason>] = [:]
        for entry in used where index.entries[entry].cell >= 0 {
            reasons[index.entries[entry].cell, default: []].insert(index.entries[entry].reason)
        }
        for (user, names) in changes(behind: used) {
            reasons[user, default: []].formUnion(names.map { .mayChange($0) })
        }
        return reasons.sorted { $0.key < $1.key }.map {
            Dependency(cell: cells[$0.key].id, reasons: $0.value.sorted { $0.order < $1.order })
        }
    }

    /// The earlier cells that may have changed what is used, with the first few names of it.
    private func changes(behind used: [Int]) -> [Int: [String]] {
        var names: [Int: [String]] = [:]
        for entry in used {
            let declared = index.entries[entry].cell
            for user in users[entry] ?? [] where user != declared && names[user, default: []].count < 3 {
                names[user, default: []].append(index.entries[entry].displayName)
            }
        }
        return names
    }

    /// Remembers what a cell may have changed, and what it may have put within reach of what.
    private mutating func note(_ used: [Int], by position: Int) {
        let own = index.entries.indices.filter { index.entries[$0].cell == position }
        let changeable = (used + own).filter { index.entries[$0].isMutable }
        for entry in changeable { users[entry, default: []].append(position) }
        links.join(changeable.filter { index.entries[$0].isShared }, with: changeable)
    }

    private func visible(_ seen: [Int]) -> [String] {
        Set(seen.map { index.entries[$0].cell }).sorted().filter { $0 >= 0 }.map { cells[$0].id }
    }

    private func imports(before position: Int) -> [String] {
        var known: Set<String> = []
        return cells[..<position].flatMap(\.analysis.imports).filter { known.insert($0).inserted }
    }
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
