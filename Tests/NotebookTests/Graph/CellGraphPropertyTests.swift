import Testing

@testable import Notebook

@Suite("Dependencies, on random notebooks")
struct CellGraphPropertyTests {
    private func inputs(_ sources: [String]) -> [CellGraph.Input] {
        sources.enumerated().map { position, source in
            let cell = Cell(
                id: "\(position)", title: nil, kind: .code, options: CellOptions(), markerLine: 1, line: 1,
                source: source,
                prose: [])
            return CellGraph.Input(cell, analysis: CellAnalysis(cell))
        }
    }

    private func graph(_ inputs: [CellGraph.Input], facts: [TypeFacts] = []) -> CellGraph {
        var inputs = inputs
        for (position, fact) in facts.enumerated() { inputs[position].facts = fact }
        return CellGraph(inputs)
    }

    private func closure(_ graph: CellGraph) -> [Set<String>] {
        var closures: [String: Set<String>] = [:]
        return graph.nodes.map { node in
            let direct = node.dependencies.map(\.cell)
            let all = direct.reduce(into: Set(direct)) { $0.formUnion(closures[$1] ?? []) }
            closures[node.id] = all
            return all
        }
    }

    @Test("every cell whose writes are read is among the dependencies, with and without facts", arguments: 0..<300)
    func safe(seed: UInt64) {
        var generator = ScriptGenerator(seed: seed)
        let (cells, facts) = generator.notebook()
        let expected = ScriptMachine.trueDependencies(of: cells).map { Set($0.map(String.init)) }
        let sources = cells.map { $0.map(\.text).joined(separator: "\n") }
        let inputs = inputs(sources)
        for known in [facts, []] {
            for (position, found) in closure(graph(inputs, facts: known)).enumerated() {
                #expect(
                    expected[position].isSubset(of: found),
                    "cell \(position) of\n\(sources.joined(separator: "\n%%\n"))")
            }
        }
    }

    @Test("facts only ever remove dependencies, and names have no influence", arguments: 0..<100)
    func invariance(seed: UInt64) {
        var generator = ScriptGenerator(seed: seed)
        let (cells, facts) = generator.notebook()
        let sources = cells.map { $0.map(\.text).joined(separator: "\n") }
        let known = closure(graph(inputs(sources), facts: facts))
        let unknown = closure(graph(inputs(sources)))
        #expect(zip(known, unknown).allSatisfy { $0.isSubset(of: $1) })

        let renamed = sources.map { $0.replacing(/\b([a-zA-Z])([0-9]+)\b/) { "\($0.1)x\($0.2)y" } }
        let same = closure(graph(inputs(renamed)))
        #expect(same == unknown)
    }

    @Test("facts learnt cell by cell give the same graph as facts known before", arguments: 0..<100)
    func learning(seed: UInt64) {
        var generator = ScriptGenerator(seed: seed)
        let (cells, facts) = generator.notebook()
        let inputs = inputs(cells.map { $0.map(\.text).joined(separator: "\n") })
        var builder = GraphBuilder(inputs)
        let nodes = facts.indices.map { position in
            builder.learn(facts[position], at: position)
            return builder.node(at: position)
        }
        #expect(nodes == graph(inputs, facts: facts).nodes)
    }

    @Test("dependencies come earlier, in notebook order, and visible cells are among them", arguments: 0..<100)
    func order(seed: UInt64) {
        var generator = ScriptGenerator(seed: seed)
        let (cells, _) = generator.notebook()
        let graph = graph(inputs(cells.map { $0.map(\.text).joined(separator: "\n") }))
        for (position, node) in graph.nodes.enumerated() {
            let positions = node.dependencies.compactMap { Int($0.cell) }
            #expect(positions == positions.sorted() && Set(positions).count == positions.count)
            #expect(positions.allSatisfy { $0 < position })
            #expect(Set(node.visible).isSubset(of: node.dependencies.map(\.cell)))
        }
    }
}
