/// Pairs of places whose numbers stand in descending order, found while merge sort puts them in ascending order.
enum TurnedPairs {
    /// How many there are.
    /// - Complexity: O(*n* log *n*).
    static func count(_ keys: [Double]) -> Int {
        var total = 0
        merge(keys) { _, overtaken, _ in total += overtaken.count }
        return total
    }

    /// All of them, as places in `keys`.
    /// - Complexity: O(*n* log *n*) and their number.
    static func list(_ keys: [Double]) -> [(earlier: Int, later: Int)] {
        var pairs: [(earlier: Int, later: Int)] = []
        merge(keys) { entries, overtaken, later in
            for earlier in overtaken { pairs.append((entries[earlier].place, entries[later].place)) }
        }
        return pairs
    }

    private struct Entry {
        let key: Double
        let place: Int
    }

    /// Sorts from runs of one up; `turned` is told, for each entry that is put before others, which it overtakes.
    @inline(__always)
    private static func merge(_ keys: [Double], turned: (borrowing [Entry], Range<Int>, Int) -> Void) {
        var from = keys.enumerated().map { Entry(key: $1, place: $0) }
        var into = from
        var width = 1
        while width < from.count {
            for start in stride(from: 0, to: from.count, by: 2 * width) {
                let middle = min(start + width, from.count)
                let end = min(middle + width, from.count)
                var (left, right) = (start, middle)
                for place in start..<end {
                    let takesLeft = right == end || (left < middle && from[left].key <= from[right].key)
                    if !takesLeft { turned(from, left..<middle, right) }
                    into[place] = from[takesLeft ? left : right]
                    if takesLeft { left += 1 } else { right += 1 }
                }
            }
            swap(&from, &into)
            width *= 2
        }
    }
}
