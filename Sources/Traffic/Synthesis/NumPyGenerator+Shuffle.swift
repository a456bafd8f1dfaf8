extension NumPyGenerator {
    /// Brings the elements into random order, in place: `rng.shuffle`.
    /// - Complexity: O(*n*).
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(Int(interval(upTo: UInt64(last))), last)
        }
    }

    /// The elements in random order: `rng.permutation`.
    public mutating func permutation<Element>(of elements: some Sequence<Element>) -> [Element] {
        var shuffled = Array(elements)
        shuffle(&shuffled)
        return shuffled
    }
}
