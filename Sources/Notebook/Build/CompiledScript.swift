import Foundation

/// The cells of a script that is compiled.
struct CompiledScript: CellSupply {
    let isPlan: Bool
    let timeWaited: Duration
    private let outcomes: [Int: Compilation.Outcome]
    /// Takes down what was found out, while the cells run.
    private let notes = DispatchGroup()

    /// Compiles the script of those of `items` that are not nil, where it is not in the store; for a plan it is only
    /// looked up.
    /// - Returns: nil where the cells have to be compiled one by one: because something is to be said of one of them,
    ///   or because more is shared by all of them than each of them would ask for.
    init?(
        _ script: CellScript, of items: [Compilation.Item?], compiler: CellCompiler, isPlan: Bool
    ) throws(BuildError) {
        self.isPlan = isPlan
        let start = ContinuousClock.now
        let unit = script.unit
        let stored = compiler.stored(unit)
        guard stored != nil || !isPlan else { return nil }
        let compiled = if let stored { stored } else { try compiler.compile(unit) }
        guard compiled.messages.isEmpty, let product = compiled.product, !product.readsWholeEnvironment else {
            return nil
        }
        timeWaited = ContinuousClock.now - start
        var seconds = stored == nil ? timeWaited / .seconds(1) : 0
        var entry: String? = unit.entry
        var outcomes: [Int: Compilation.Outcome] = [:]
        for (index, item) in items.enumerated() {
            guard let item else { continue }
            var part = product
            (part.entry, part.facts) = (entry, product.facts.about(item.declarations))
            let own = CompileUnit(item, source: unit.source, modules: [])
            outcomes[index] = .compiled(CompiledCell(messages: [], product: part), own, seconds: seconds)
            (entry, seconds) = (nil, 0)
        }
        self.outcomes = outcomes
        if stored == nil { keepFacts(compiler, compiler.sourceKeys(of: items)) }
    }

    var isScript: Bool { true }

    func outcome(of index: Int) -> Compilation.Outcome { outcomes[index] ?? .withheld }

    func cancel() { notes.wait() }

    private func keepFacts(_ compiler: CellCompiler, _ keys: [ContentHash]) {
        DispatchQueue.global().async(group: notes) { [outcomes] in
            for case (let index, .compiled(let cell, _, _)) in outcomes {
                // What cannot be taken down has to be found out anew.
                cell.product.map { try? compiler.note($0.facts, ofSources: keys[index]) }
            }
        }
    }
}
