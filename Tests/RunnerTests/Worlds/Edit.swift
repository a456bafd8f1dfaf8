import TestSupport

/// A random change to a world, as a person would make it.
enum Edit: CaseIterable {
    case literal, renaming, inconsistentRenaming, move, insertion, deletion, duplication, prose, option, layout, comment
    case data, otherFile, variable, undoing, reversion, replacement, nothing

    /// Changes `world`; `history` is what it was before.
    func apply(to world: inout World, history: [World], _ maker: inout WorldGenerator) {
        switch self {
        case .literal: changeLiteral(&world, &maker)
        case .renaming: rename(&world, &maker, everywhere: true)
        case .inconsistentRenaming: rename(&world, &maker, everywhere: false)
        case .move, .insertion, .deletion, .duplication, .replacement: changeCells(&world, &maker)
        case .prose: changeProse(&world, &maker)
        case .option: changeOption(&world, &maker)
        case .layout, .comment: changeLayout(&world, &maker)
        case .data:
            world.data = [nil, "one\n", "two words\n", "one two three\n"].randomElement(using: &maker.generator) ?? nil
        case .otherFile:
            world.others.formSymmetricDifference([["x", "y"].randomElement(using: &maker.generator) ?? "x"])
        case .variable: world.variable = [nil, "red", "blue"].randomElement(using: &maker.generator) ?? nil
        case .undoing: world = history.suffix(2).first ?? world
        case .reversion: world = history.randomElement(using: &maker.generator) ?? world
        case .nothing: break
        }
    }
}

extension Edit {
    /// Any edit; where many cells have failed often one that takes the last one back, as a person would.
    static func random(after failures: Int, _ maker: inout WorldGenerator) -> Edit {
        if failures > 2, Int.random(in: 0..<3, using: &maker.generator) > 0 { return .undoing }
        return allCases.randomElement(using: &maker.generator) ?? .nothing
    }
}

private extension Edit {
    func index(_ world: World, _ maker: inout WorldGenerator) -> Int {
        // The first cell declares what the others use.
        Int.random(in: 1..<max(2, world.cells.count), using: &maker.generator) % world.cells.count
    }

    func changeCells(_ world: inout World, _ maker: inout WorldGenerator) {
        let index = index(world, &maker)
        switch self {
        case .move:
            let cell = world.cells.remove(at: index)
            world.cells.insert(cell, at: Int.random(in: 0...world.cells.count, using: &maker.generator))
        case .insertion: world.cells.insert(maker.cell(after: world.cells[..<index]), at: index)
        case .duplication:
            var copy = world.cells[index]
            copy.id += "b"
            if !world.cells.contains(where: { $0.id == copy.id }) { world.cells.insert(copy, at: index + 1) }
        case .deletion: if world.cells.count > 3 { world.cells.remove(at: index) }
        default:
            let id = world.cells[index].id
            world.cells[index] = maker.cell(after: world.cells[..<index])
            world.cells[index].id = id
        }
    }

    func changeLiteral(_ world: inout World, _ maker: inout WorldGenerator) {
        let index = index(world, &maker)
        var words = world.cells[index].body.pieces
        let numbers = words.indices.filter { Int(words[$0]) != nil }
        guard let place = numbers.randomElement(using: &maker.generator) else { return }
        words[place] = "\(Int.random(in: 2...99, using: &maker.generator))"
        world.cells[index].body = words.joined()
    }

    func rename(_ world: inout World, _ maker: inout WorldGenerator, everywhere: Bool) {
        let names = DeclaredName.all(in: world.cells)
        guard let old = names.randomElement(using: &maker.generator)?.name, let letter = old.first else { return }
        let new = "\(letter)\(Int.random(in: 200...299, using: &maker.generator))"
        let only = index(world, &maker)
        for index in world.cells.indices where everywhere || index == only {
            world.cells[index].body = world.cells[index].body.pieces.map { $0 == old ? new : $0 }.joined()
        }
    }

    func changeProse(_ world: inout World, _ maker: inout WorldGenerator) {
        guard let index = world.cells.indices.filter({ world.cells[$0].isProse }).randomElement(using: &maker.generator)
        else { return }
        world.cells[index].body = world.cells[index].body.replacing("Words", with: "Other words")
            .replacing("value", with: "number")
    }

    func changeOption(_ world: inout World, _ maker: inout WorldGenerator) {
        let choices = [
            ("hide", "\"code\""), ("hide", "\"output\""), ("fold", "true"), ("caption", "\"Words\""), ("timeout", "20"),
            ("cache", "false"), ("cache", "true"), ("tags", "[\"x\"]"),
        ]
        let index = index(world, &maker)
        guard let (name, value) = choices.randomElement(using: &maker.generator) else { return }
        let old = world.cells[index].options.updateValue(value, forKey: name)
        if old == value { world.cells[index].options[name] = nil }
    }

    func changeLayout(_ world: inout World, _ maker: inout WorldGenerator) {
        let index = index(world, &maker)
        guard !world.cells[index].isProse else { return }
        let body = world.cells[index].body
        world.cells[index].body =
            self == .layout ? "\n" + body.replacing(" = ", with: "  =  ") : "// Said.\n" + body + " /* more */"
    }
}

extension String {
    /// The words and numbers, and what stands between them: joined they are the text.
    fileprivate var pieces: [String] {
        var pieces: [String] = []
        var wasWord = false
        for character in self {
            let isWord = character.isLetter || character.isNumber
            if isWord == wasWord, !pieces.isEmpty {
                pieces[pieces.count - 1].append(character)
            } else {
                pieces.append(String(character))
            }
            wasWord = isWord
        }
        return pieces
    }
}
