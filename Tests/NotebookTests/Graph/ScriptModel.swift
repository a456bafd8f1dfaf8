@testable import Notebook

/// A toy notebook language that can be printed as Swift and, independently of any graph, run.
///
/// Running it tells which cell wrote what each cell reads, which is what a graph must not miss.
enum ScriptStep {
    /// `var v = 1`
    case variable(String)
    /// `let c = v`
    case constant(String, from: String)
    /// `let o = Box()`
    case object(String)
    /// `let p = o`
    case alias(String, of: String)
    /// `func f() { … }`
    indirect case function(String, body: [ScriptStep])
    /// `let k = { … }`
    indirect case closure(String, body: [ScriptStep])
    /// `struct S { let n = 1; func go() { … } }`
    indirect case type(String, body: [ScriptStep])
    /// `let s = S()`
    case instance(String, of: String)
    /// `enum E { static var n = 0 }`
    case state(String)
    /// `extension Int { func e() { … } }`
    indirect case member(String, body: [ScriptStep])

    /// `v += o.value`
    case add(to: String, from: String)
    /// `o.value += v`
    case store(in: String, from: String)
    /// `o.link = p`
    case link(String, to: String)
    /// `o.link?.value += 1`
    case follow(String)
    /// `o.action = { … }`
    indirect case setAction(String, body: [ScriptStep])
    /// `o.action?()`
    case runAction(String)
    /// `f()`, `k()`
    case call(String)
    /// `s.go()`
    case go(String)
    /// `E.n += 1`
    case count(String)
    /// `1.e()`
    case callMember(String)
    /// `print(v)`
    case show(String)
}

extension ScriptStep {
    var text: String {
        switch self {
        case .variable(let name): "var \(name) = 1"
        case .constant(let name, let source): "let \(name) = \(source)"
        case .object(let name): "let \(name) = Box()"
        case .alias(let name, let object): "let \(name) = \(object)"
        case .function(let name, let body): "func \(name)() { \(ScriptStep.text(body)) }"
        case .closure(let name, let body): "let \(name) = { \(ScriptStep.text(body)) }"
        case .type(let name, let body): "struct \(name) { let n = 1; func go() { \(ScriptStep.text(body)) } }"
        case .instance(let name, let type): "let \(name) = \(type)()"
        case .state(let name): "enum \(name) { static var n = 0 }"
        case .member(let name, let body): "extension Int { func \(name)() { \(ScriptStep.text(body)) } }"
        case .add(let variable, let object): "\(variable) += \(object).value"
        case .store(let object, let variable): "\(object).value += \(variable)"
        case .link(let object, let other): "\(object).link = \(other)"
        case .follow(let object): "\(object).link?.value += 1"
        case .setAction(let object, let body): "\(object).action = { \(ScriptStep.text(body)) }"
        case .runAction(let object): "\(object).action?()"
        case .call(let name): "\(name)()"
        case .go(let name): "\(name).go()"
        case .count(let name): "\(name).n += 1"
        case .callMember(let name): "1.\(name)()"
        case .show(let name): "print(\(name))"
        }
    }

    static func text(_ steps: [ScriptStep]) -> String { steps.map(\.text).joined(separator: "; ") }
}

/// Runs toy notebooks and notes who wrote what is read.
struct ScriptMachine {
    private enum Location: Hashable {
        case name(String)
        case field(Int, String)
    }

    private var writers: [Location: Int] = [:]
    private var objects: [String: Int] = [:]
    private var bodies: [String: [ScriptStep]] = [:]
    private var types: [String: String] = [:]
    private var links: [Int: Int] = [:]
    private var actions: [Int: [ScriptStep]] = [:]
    private var objectCount = 0
    private var cell = 0
    private var depth = 0
    /// The cells whose writes the cell being run has read.
    private var sources: Set<Int> = []

    /// For each cell, the earlier cells that last wrote something it reads.
    static func trueDependencies(of cells: [[ScriptStep]]) -> [Set<Int>] {
        var machine = ScriptMachine()
        return cells.enumerated().map { position, steps in
            machine.cell = position
            machine.sources = []
            for step in steps { machine.run(step) }
            return machine.sources.filter { $0 != position }
        }
    }

    private mutating func run(_ step: ScriptStep) {
        switch step {
        case .variable(let name), .state(let name): write(.name(name))
        case .constant(let name, let source):
            read(.name(source))
            write(.name(name))
        case .object(let name): bindNewObject(name)
        case .alias(let name, let object):
            read(.name(object))
            objects[name] = objects[object]
            write(.name(name))
        case .function(let name, let body), .closure(let name, let body), .type(let name, let body),
            .member(let name, let body):
            bodies[name] = body
            write(.name(name))
        case .instance(let name, let type):
            read(.name(type))
            types[name] = type
            write(.name(name))
        default: act(step)
        }
    }

    private mutating func act(_ step: ScriptStep) {
        switch step {
        case .add(let variable, let object):
            readField(object, "value")
            update(.name(variable))
        case .store(let object, let variable):
            read(.name(variable))
            if let id = self.object(object) { update(.field(id, "value")) }
        case .link(let object, let other):
            let target = self.object(other)
            guard let id = self.object(object) else { return }
            links[id] = target
            write(.field(id, "link"))
        case .follow(let object):
            readField(object, "link")
            if let id = objects[object], let target = links[id] { update(.field(target, "value")) }
        case .setAction(let object, let body):
            guard let id = self.object(object) else { return }
            actions[id] = body
            write(.field(id, "action"))
        case .runAction(let object):
            readField(object, "action")
            if let id = objects[object], let body = actions[id] { runBody(body) }
        case .call(let name), .callMember(let name): call(name)
        case .go(let name):
            read(.name(name))
            if let type = types[name] { call(type) }
        case .count(let name): update(.name(name))
        case .show(let name): read(.name(name))
        default: break
        }
    }

    private mutating func call(_ name: String) {
        read(.name(name))
        if let body = bodies[name] { runBody(body) }
    }

    private mutating func runBody(_ body: [ScriptStep]) {
        guard depth < 8 else { return }
        depth += 1
        for step in body { run(step) }
        depth -= 1
    }

    private mutating func bindNewObject(_ name: String) {
        objects[name] = objectCount
        write(.field(objectCount, "value"))
        write(.field(objectCount, "link"))
        write(.field(objectCount, "action"))
        write(.name(name))
        objectCount += 1
    }

    private mutating func object(_ name: String) -> Int? {
        read(.name(name))
        return objects[name]
    }

    private mutating func readField(_ object: String, _ field: String) {
        if let id = self.object(object) { read(.field(id, field)) }
    }

    private mutating func read(_ location: Location) {
        if let writer = writers[location] { sources.insert(writer) }
    }

    private mutating func write(_ location: Location) { writers[location] = cell }

    private mutating func update(_ location: Location) {
        read(location)
        write(location)
    }
}
