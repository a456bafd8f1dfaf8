/// One cell carried out in a process: which, and the key of its result, which stands for its state as well.
struct Step: Hashable, Sendable {
    var cell: String
    var key: ContentHash
}

/// The processes that hold a notebook's state, each after some of its cells.
///
/// A process may serve a cell only if it is a part of what a fresh run would have done before that cell: every step in
/// it is a present cell with its present key, in the notebook's order.
struct Lineage<Snapshot> {
    /// A process and the cells carried out in it, in order.
    struct Node {
        var snapshot: Snapshot
        var steps: [Step]
    }

    private(set) var nodes: [Node]

    init(root: Snapshot) { nodes = [Node(snapshot: root, steps: [])] }

    /// The process from which to run a cell that needs `needed`, with the steps still missing in it.
    ///
    /// - Parameters:
    ///   - needed: the steps whose state the cell needs, in the notebook's order.
    ///   - past: all steps of the notebook before the cell, in order.
    /// - Returns: the index of the node that leaves the fewest steps to do, and these.
    /// - Complexity: O(*n* · *m*) for *n* nodes and *m* past steps.
    func start(needed: [Step], past: [Step]) -> (node: Int, missing: [Step]) {
        let position = Dictionary(uniqueKeysWithValues: past.enumerated().map { ($1, $0) })
        var best = (node: 0, missing: needed)
        for (index, node) in nodes.enumerated().dropFirst() {
            guard let missing = Self.missing(in: node, needed: needed, position: position) else { continue }
            if missing.count < best.missing.count { best = (index, missing) }
        }
        return best
    }

    /// The steps of `needed` that `node` lacks; nil when the node cannot serve.
    private static func missing(in node: Node, needed: [Step], position: [Step: Int]) -> [Step]? {
        let places = node.steps.map { position[$0] ?? -1 }
        guard let last = places.last, zip([-1] + places, places).allSatisfy({ $0 < $1 }) else { return nil }
        let done = Set(node.steps)
        let missing = needed.filter { !done.contains($0) }
        return missing.allSatisfy { (position[$0] ?? -1) > last } ? missing : nil
    }

    /// Adds the process that came of carrying out `step` after those of `steps`.
    mutating func add(_ snapshot: Snapshot, after steps: [Step], _ step: Step) {
        nodes.append(Node(snapshot: snapshot, steps: steps + [step]))
    }

    /// Takes the node at `index` out. The first node, the beginning, stays.
    mutating func remove(at index: Int) -> Snapshot? {
        index == 0 ? nil : nodes.remove(at: index).snapshot
    }

    /// Takes out all nodes that no longer can serve a notebook of `cells`, in order.
    ///
    /// Of the cells in `walked` only the steps `present` are good; what became of the others is not known, and
    /// processes that carried them out stay.
    mutating func prune(keeping present: [Step], walked: Set<String>, of cells: [String]) -> [Snapshot] {
        let position = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        let present = Set(present)
        let useless = nodes.indices.dropFirst().filter { index in
            let steps = nodes[index].steps
            let places = steps.map { position[$0.cell] ?? -1 }
            return !zip([-1] + places, places).allSatisfy { $0 < $1 }
                || steps.contains { walked.contains($0.cell) && !present.contains($0) }
        }
        let snapshots = useless.map { nodes[$0].snapshot }
        for index in useless.reversed() { nodes.remove(at: index) }
        return snapshots
    }
}
