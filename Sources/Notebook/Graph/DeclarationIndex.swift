/// All declarations of a notebook, found by what mentions them.
struct DeclarationIndex {
    /// A declaration with what its type says about it.
    struct Entry {
        var declaration: Declaration
        /// The position of its cell; -1 for what is there before the first one.
        var cell: Int
        var nature: Nature
    }

    private(set) var entries: [Entry] = []
    /// For each entry, what using it may use in turn, as far as its text says.
    private(set) var mentioned: [[Int]] = []
    /// For each entry, what using it may use in turn, when its type is taken into account.
    private(set) var reached: [[Int]] = []
    /// Declarations that act where they are not mentioned.
    private(set) var unnamed: [Int] = []
    private var named: [String: [Int]] = [:]
    private var members: [String: [Int]] = [:]
    /// Extensions of the notebook's own types, which act wherever the type is used.
    private var attached: [String: [Int]] = [:]

    init(_ cells: [CellGraph.Input], natures: NatureTable) {
        for (position, cell) in cells.enumerated() {
            for declaration in cell.analysis.declarations {
                let nature = natures.nature(of: declaration, in: cell.id)
                entries.append(Entry(declaration: declaration, cell: position, nature: nature))
            }
        }
        addAmbientState(of: cells)
        let ownTypes = Set(entries.lazy.filter { $0.declaration.kind == .type }.map(\.declaration.name))
        for index in entries.indices { add(index, ownTypes: ownTypes) }
        mentioned = entries.map { declarations(for: $0.declaration.mentions) + extensions(of: $0.declaration) }
        reached = entries.indices.map { reached(by: $0) }
    }

    /// Looks again at what the declarations of one cell are.
    mutating func update(_ position: Int, id: String, natures: NatureTable) {
        for index in entries.indices where entries[index].cell == position {
            entries[index].nature = natures.nature(of: entries[index].declaration, in: id)
            reached[index] = reached(by: index)
        }
    }

    private mutating func addAmbientState(of cells: [CellGraph.Input]) {
        var states: [String: Set<String>] = [:]
        for name in Set(cells.flatMap(\.analysis.mentions.names)) {
            if let state = AmbientState.behind(name) { states[state, default: []].insert(name) }
        }
        for (state, names) in states.sorted(by: { $0.key < $1.key }) {
            let declaration = Declaration(kind: .variable, name: state, line: 0, column: 0, mentions: Mentions())
            for name in names { named[name, default: []].append(entries.count) }
            entries.append(Entry(declaration: declaration, cell: -1, nature: .opaque))
        }
    }

    private mutating func add(_ index: Int, ownTypes: Set<String>) {
        let declaration = entries[index].declaration
        guard declaration.kind == .extension else {
            if entries[index].cell >= 0 { named[declaration.name, default: []].append(index) }
            if declaration.implicitUse != nil { unnamed.append(index) }
            return
        }
        for member in declaration.members { members[member, default: []].append(index) }
        if ownTypes.contains(declaration.name) { attached[declaration.name, default: []].append(index) }
        // An own type's member can be an alias of a library's type, hence the path.
        if declaration.implicitUse != nil, !ownTypes.contains(declaration.name) || declaration.extendsMember {
            unnamed.append(index)
        }
    }
}

extension DeclarationIndex {
    /// The declarations that some mentioned names can mean, wherever they are declared.
    func declarations(for mentions: Mentions) -> [Int] {
        var found: [Int] = []
        for name in mentions.names {
            found += named[name] ?? []
            found += members[name] ?? []
        }
        for name in mentions.members { found += members[name] ?? [] }
        return found
    }

    private func reached(by index: Int) -> [Int] {
        switch entries[index].nature {
        case .plain: []
        case .value(let types): declarations(for: types)
        case .opaque: mentioned[index]
        }
    }

    private func extensions(of declaration: Declaration) -> [Int] {
        declaration.kind == .type ? attached[declaration.name] ?? [] : []
    }
}

extension DeclarationIndex.Entry {
    /// Whether what it stands for can change after it was declared.
    var isMutable: Bool { declaration.kind == .variable || isShared }

    /// Whether other things can be reached through it that its text does not mention, because a cell put them there.
    var isShared: Bool {
        switch declaration.kind {
        case .constant, .variable: declaration.holdsState || nature == .opaque
        default: declaration.holdsState
        }
    }

    /// The name as a reader knows it.
    var displayName: String { declaration.kind == .extension ? "extension \(declaration.name)" : declaration.name }
}
