/// Numbered slots of which the one with the least count is at hand.
///
/// A binary heap that knows where each slot is, so that the count of any can be raised.
/// - Complexity: O(log *n*) a change.
struct SlotHeap: Sendable {
    private var heap: [Int] = []
    /// Where in the heap each slot is.
    private var places: [Int] = []
    private var counts: [Int] = []

    /// The slot with the least count; nil where there are no slots.
    var least: Int? { heap.first }

    /// Adds a slot, whose number is the next.
    mutating func append(count: Int) {
        let slot = counts.count
        counts.append(count)
        places.append(slot)
        heap.append(slot)
        var place = slot
        while place > 0, counts[heap[(place - 1) / 2]] > count {
            exchange(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Sets the count of a slot, which is not less than it was.
    mutating func raise(_ slot: Int, to count: Int) {
        counts[slot] = count
        var place = places[slot]
        while let child = lesserChild(of: place), counts[heap[child]] < count {
            exchange(place, child)
            place = child
        }
    }

    private func lesserChild(of place: Int) -> Int? {
        let left = 2 * place + 1
        guard left < heap.count else { return nil }
        guard left + 1 < heap.count else { return left }
        return counts[heap[left + 1]] < counts[heap[left]] ? left + 1 : left
    }

    private mutating func exchange(_ first: Int, _ second: Int) {
        heap.swapAt(first, second)
        places[heap[first]] = first
        places[heap[second]] = second
    }
}
