/// Things to happen, of which the earliest is always at hand: a binary heap.
///
/// Those of one moment come in the order of their ranks, which the owner gives; equal ranks in no order that means
/// anything, so ranks should differ.
/// - Complexity: O(log *n*) to add or take one of *n*.
struct TimedHeap<Rank: Comparable & Sendable, Element: Sendable>: Sendable {
    private struct Node: Sendable {
        let seconds: Double
        let rank: Rank
        let element: Element
    }

    private var nodes: [Node] = []

    /// When the earliest is to happen.
    var nextSeconds: Double? { nodes.first?.seconds }
    var count: Int { nodes.count }

    mutating func add(_ element: Element, at seconds: Double, rank: Rank) {
        nodes.append(Node(seconds: seconds, rank: rank, element: element))
        var child = nodes.count - 1
        while child > 0, isBefore(child, (child - 1) / 2) {
            nodes.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// Takes the earliest out.
    mutating func popFirst() -> Element? {
        guard let last = nodes.popLast() else { return nil }
        guard let first = nodes.first else { return last.element }
        nodes[0] = last
        sink()
        return first.element
    }

    private mutating func sink() {
        var parent = 0
        while true {
            let children = (2 * parent + 1..<2 * parent + 3).clamped(to: 0..<nodes.count)
            guard let least = children.min(by: { isBefore($0, $1) }), isBefore(least, parent) else { return }
            nodes.swapAt(parent, least)
            parent = least
        }
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        (nodes[left].seconds, nodes[left].rank) < (nodes[right].seconds, nodes[right].rank)
    }
}
