/// The natures of a notebook's variables, as far as the compiler has told.
struct NatureTable {
    private var facts: [String: TypeFacts] = [:]
    private var types: [String: TypeFacts.OwnType] = [:]

    init(_ cells: [CellGraph.Input]) {
        for cell in cells { cell.facts.map { add($0, of: cell.id) } }
    }

    /// Takes in what the compiler found out about one more cell.
    mutating func add(_ facts: TypeFacts, of cell: String) {
        self.facts[cell] = facts
        types.merge(facts.types) { first, _ in first }
    }

    /// The nature of what a cell declares; opaque for all but variables without code of their own.
    func nature(of declaration: Declaration, in cell: String) -> Nature {
        guard declaration.kind == .constant || declaration.kind == .variable, !declaration.hasBehaviour,
            let shape = facts[cell]?.variables[declaration.name]
        else { return .opaque }
        return nature(of: shape)
    }

    /// Follows the stored members of the notebook's own types, across cells.
    private func nature(of shape: TypeFacts.Shape) -> Nature {
        var mentions = Mentions()
        var seen: Set<String> = []
        var waiting = [shape]
        while let shape = waiting.popLast() {
            if shape.isShared { return .opaque }
            for name in shape.types where seen.insert(name).inserted {
                guard let type = types[name] else { return .opaque }
                mentions.names.formUnion(type.path)
                mentions.members.formUnion(type.path)
                waiting.append(type.stored)
            }
        }
        return seen.isEmpty ? .plain : .value(of: mentions)
    }
}
