/// The most frequent of very many different values, in memory for a fixed number of them.
///
///     var talkers = try HeavyHitters<IPAddress>(capacity: 1000)
///     for packet in packets { packet.source.map { talkers.add($0) } }
///     talkers.top(10)
///
/// When a value comes that has no place, it takes that of the least frequent one, and goes on from its count. So a
/// count is never too low, and too high by at most its `error`; and every value that was seen more often than
/// ``bound`` has a place. Error and bound are at most the total over the capacity, if nothing was merged.
///
/// What is kept depends on the order of observations, but not on the hash seed of the run.
/// Source: A. Metwally, D. Agrawal and A. El Abbadi, Efficient computation of frequent and top-k elements in data
/// streams, ICDT 2005 (Space-Saving).
/// - Complexity: O(log *m*) an observation for a capacity of *m*.
public struct HeavyHitters<Value: Hashable & Sendable>: Sendable {
    /// A value with bounds of its count.
    public struct Hitter: Sendable {
        /// The value.
        public let value: Value
        /// At most how often it was seen.
        public internal(set) var count: Int
        /// By how much the count may be too high.
        public internal(set) var error: Int
    }

    /// For how many values there is a place.
    public let capacity: Int
    /// The number of observations.
    public private(set) var total = 0
    private var hitters: [Hitter] = []
    private var slots: [Value: Int] = [:]
    private var order = SlotHeap()
    /// At most how often a value was seen that lost its place by merging.
    private var lost = 0

    /// Places for so many values, of which none was seen.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)``.
    public init(capacity: Int) throws(StatisticsError) {
        guard capacity > 0 else { throw .notPositive(argument: "capacity", value: "\(capacity)") }
        self.capacity = capacity
    }

    /// At most how often a value was seen that has no place.
    public var bound: Int {
        guard hitters.count == capacity, let least = order.least else { return lost }
        return Swift.max(hitters[least].count, lost)
    }

    /// The `limit` most frequent values with a place, the most frequent first, of equally frequent ones the one whose
    /// count is known best; the order of those alike in both follows from that of the observations, and means nothing.
    /// - Complexity: O(*m* log *m*).
    public func top(_ limit: Int) -> [Hitter] {
        let ranked = hitters.indices.sorted { left, right in
            let (left, right) = ((hitters[left], left), (hitters[right], right))
            return (right.0.count, left.0.error, left.1) < (left.0.count, right.0.error, right.1)
        }
        return ranked.prefix(Swift.max(limit, 0)).map { hitters[$0] }
    }

    /// What is known of a value; nil where it has no place.
    public subscript(value: Value) -> Hitter? { slots[value].map { hitters[$0] } }
}

extension HeavyHitters {
    /// Adds an observation, or several of the same value; a negative number adds none, nor is there more than the
    /// largest number of them.
    @_specialize(where Value == IPAddress)
    @_specialize(where Value == UInt16)
    public mutating func add(_ value: Value, times: Int = 1) {
        let times = Swift.min(Swift.max(times, 0), Int.max - total)
        guard times > 0 else { return }
        total += times
        if let slot = slots[value] {
            hitters[slot].count += times
            order.raise(slot, to: hitters[slot].count)
        } else if hitters.count < capacity {
            append(Hitter(value: value, count: lost + times, error: lost))
        } else if let slot = order.least {
            replace(slot, by: Hitter(value: value, count: bound + times, error: bound))
        }
    }

    /// Adds what others have seen: counts and errors are summed, and the capacity stays.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` where the totals pass the largest number.
    public mutating func merge(_ other: HeavyHitters) throws(StatisticsError) {
        let (sum, overflow) = total.addingReportingOverflow(other.total)
        guard !overflow else {
            throw .outOfRange(argument: "total", value: "\(total) + \(other.total)", allowed: "at most \(Int.max)")
        }
        let missing = (here: bound, there: other.bound)
        var merged = hitters.map { $0.sum(with: other[$0.value], bound: missing.there) }
        merged += other.hitters.filter { slots[$0.value] == nil }.map { $0.sum(with: nil, bound: missing.here) }
        let ranked = merged.indices.sorted { (merged[$1].count, $0) < (merged[$0].count, $1) }
        self = Self(capacity: capacity, total: sum)
        for index in ranked.prefix(capacity) { append(merged[index]) }
        let dropped = ranked.dropFirst(capacity).first.map { merged[$0].count } ?? 0
        lost = Swift.max(missing.here + missing.there, dropped)
    }

    private init(capacity: Int, total: Int) {
        self.capacity = capacity
        self.total = total
    }

    private mutating func append(_ hitter: Hitter) {
        slots[hitter.value] = hitters.count
        hitters.append(hitter)
        order.append(count: hitter.count)
    }

    private mutating func replace(_ slot: Int, by hitter: Hitter) {
        slots[hitters[slot].value] = nil
        slots[hitter.value] = slot
        hitters[slot] = hitter
        order.raise(slot, to: hitter.count)
    }
}

extension HeavyHitters.Hitter {
    fileprivate func sum(with other: Self?, bound: Int) -> Self {
        Self(value: value, count: count + (other?.count ?? bound), error: error + (other?.error ?? bound))
    }
}
