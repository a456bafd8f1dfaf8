extension Sequence where Element: Equatable {
    /// Hands over the first of each run of equal elements, with the run's length.
    @inline(__always)
    func forEachRun(_ body: (_ element: Element, _ length: Int) -> Void) {
        var iterator = makeIterator()
        guard var element = iterator.next() else { return }
        var length = 1
        while let next = iterator.next() {
            if next == element {
                length += 1
            } else {
                body(element, length)
                (element, length) = (next, 1)
            }
        }
        body(element, length)
    }
}
