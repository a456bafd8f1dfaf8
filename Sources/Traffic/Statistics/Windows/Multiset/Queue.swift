/// First in, first out, in memory for what it holds.
/// - Complexity: O(1) amortised to append and to take out.
struct Queue<Element> {
    private var elements: [Element] = []
    private var head = 0

    var count: Int { elements.count - head }
    var first: Element? { head < elements.count ? elements[head] : nil }
    var last: Element? { head < elements.count ? elements[elements.count - 1] : nil }

    mutating func append(_ element: Element) {
        elements.append(element)
    }

    /// Takes out the first element, of which there is one.
    mutating func removeFirst() {
        head += 1
        guard head == elements.count || head > 32 && head * 2 > elements.count else { return }
        elements.removeFirst(head)
        head = 0
    }

    /// The last `count` elements give way to what `change` makes of them.
    /// - Returns: how many these are.
    mutating func replaceLast(_ count: Int, _ change: (ArraySlice<Element>) -> [Element]) -> Int {
        let changed = change(elements.suffix(count))
        elements.removeLast(count)
        elements += changed
        return changed.count
    }

    /// Changes the last element, of which there is one.
    mutating func updateLast(_ change: (inout Element) -> Void) {
        change(&elements[elements.count - 1])
    }
}

extension Queue: Sendable where Element: Sendable {}
