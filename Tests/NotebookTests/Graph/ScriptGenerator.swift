import TestSupport

@testable import Notebook

/// Random toy notebooks in which every name is declared before it is used.
struct ScriptGenerator {
    private var generator: SplitMix
    private var variables: [String] = []
    private var plain: [String] = []
    private var objects: [String] = []
    private var callables: [String] = []
    private var types: [String] = []
    private var instances: [String] = []
    private var states: [String] = []
    private var members: [String] = []
    private var count = 0
    /// What a compiler would tell of each cell's types.
    private var facts = TypeFacts()

    init(seed: UInt64) { generator = SplitMix(seed: seed) }

    mutating func notebook() -> (cells: [[ScriptStep]], facts: [TypeFacts]) {
        var cells: [[ScriptStep]] = []
        var allFacts: [TypeFacts] = []
        for _ in 0..<Int.random(in: 4...12, using: &generator) {
            facts = TypeFacts()
            cells.append((0..<Int.random(in: 1...3, using: &generator)).map { _ in step() })
            allFacts.append(facts)
        }
        return (cells, allFacts)
    }

    private mutating func step() -> ScriptStep {
        for _ in 0..<20 {
            if let step = Bool.random(using: &generator) ? declaration() : action() { return step }
        }
        return declareVariable()
    }

    private mutating func declaration() -> ScriptStep? {
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return declareVariable()
        case 1: return pick(variables).map { .constant(declare(\.plain, "c", shape: .init()), from: $0) }
        case 2: return .object(declare(\.objects, "o"))
        case 3: return pick(objects).map { .alias(declare(\.objects, "p"), of: $0) }
        case 4: return body().map { .function(declare(\.callables, "f"), body: $0) }
        case 5: return body().map { .closure(declare(\.callables, "k"), body: $0) }
        case 6: return body().map { .type(declareType(), body: $0) }
        case 7:
            guard let type = pick(types) else { return nil }
            return .instance(declare(\.instances, "s", shape: .init(types: [type])), of: type)
        case 8: return .state(declare(\.states, "E"))
        default: return body().map { .member(declare(\.members, "e"), body: $0) }
        }
    }

    private mutating func declareVariable() -> ScriptStep { .variable(declare(\.variables, "v", shape: .init())) }

    private mutating func action() -> ScriptStep? {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: both(variables, objects).map { .add(to: $0, from: $1) }
        case 1: both(objects, variables).map { .store(in: $0, from: $1) }
        case 2: both(objects, objects).map { .link($0, to: $1) }
        case 3: pick(objects).map { .follow($0) }
        case 4: pick(objects).flatMap { object in body().map { .setAction(object, body: $0) } }
        case 5: pick(objects).map { .runAction($0) }
        case 6, 7: pick(callables).map { .call($0) }
        case 8: pick(instances).map { .go($0) }
        case 9: pick(states).map { .count($0) }
        case 10: pick(members).map { .callMember($0) }
        default: pick(variables + plain).map { .show($0) }
        }
    }

    /// One or two actions that declare nothing.
    private mutating func body() -> [ScriptStep]? {
        let steps = (0..<Int.random(in: 1...2, using: &generator)).compactMap { _ in action() }
        return steps.isEmpty ? nil : steps
    }

    private mutating func declare(
        _ list: WritableKeyPath<ScriptGenerator, [String]>, _ letter: String, shape: TypeFacts.Shape? = nil
    ) -> String {
        count += 1
        let name = "\(letter)\(count)"
        self[keyPath: list].append(name)
        if let shape { facts.variables[name] = shape }
        return name
    }

    private mutating func declareType() -> String {
        let name = declare(\.types, "S")
        facts.types[name] = TypeFacts.OwnType(path: [name], stored: TypeFacts.Shape())
        return name
    }

    private mutating func pick(_ names: [String]) -> String? { names.isEmpty ? nil : generator.pick(names) }

    private mutating func both(_ first: [String], _ second: [String]) -> (String, String)? {
        guard let one = pick(first), let other = pick(second) else { return nil }
        return (one, other)
    }
}
