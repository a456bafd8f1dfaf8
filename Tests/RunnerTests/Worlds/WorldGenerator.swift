import TestSupport

/// Makes random notebooks.
struct WorldGenerator {
    var generator: SplitMix
    private var lastName = 0
    private var lastCell = 0

    init(seed: UInt64) { generator = SplitMix(seed: seed) }

    /// A notebook of five to eight cells with its surroundings.
    mutating func world() -> World {
        var world = World(cells: [cell(body: Fragments.prelude)])
        for _ in 0..<Int.random(in: 5...8, using: &generator) { world.cells.append(cell(after: world.cells)) }
        return world
    }

    /// A cell that can use what `cells` declare.
    mutating func cell(after cells: some Sequence<TrialCell>) -> TrialCell {
        var draft = Draft(generator: generator, after: cells, last: lastName)
        defer { (generator, lastName) = (draft.generator, draft.last) }
        let isProse = draft.chance(15)
        let count = isProse ? 1 : Int.random(in: 1...3, using: &draft.generator)
        var pieces: [String] = []
        while pieces.count < count {
            guard let piece = Self.piece(&draft, isProse: isProse) else { continue }
            pieces.append(piece)
        }
        lastCell += 1
        return TrialCell(id: "k\(lastCell)", isProse: isProse, body: pieces.joined(separator: "\n"))
    }

    private mutating func cell(body: String) -> TrialCell {
        lastCell += 1
        return TrialCell(id: "k\(lastCell)", body: body)
    }

    private static func piece(_ draft: inout Draft, isProse: Bool) -> String? {
        if isProse { return choose(Fragments.prose, &draft) }
        return switch Int.random(in: 0..<100, using: &draft.generator) {
        case 0..<28: choose(Fragments.declarations, &draft)
        case 28..<40: choose(Fragments.functions, &draft)
        case 40..<50: choose(Fragments.types, &draft)
        case 50..<72: choose(Fragments.changes, &draft)
        case 72..<88: choose(Fragments.shows, &draft)
        case 88..<96: choose(Fragments.inputs, &draft)
        default: choose(Fragments.failures, &draft)
        }
    }

    private static func choose(_ fragments: [Fragments.Fragment], _ draft: inout Draft) -> String? {
        fragments[Int.random(in: fragments.indices, using: &draft.generator)](&draft)
    }
}
