/// Says which live flows may have been silent for too long: rings of flows by the tick at which to look again.
///
/// A packet of a flow does not touch the wheel. When a flow's tick comes, the table looks whether packets came
/// meanwhile, and files it again. So each flow costs two list operations a time-out rather than two a packet (G.
/// Varghese and A. Lauck, Hashed and hierarchical timing wheels, 1987).
///
/// The lists run through the flows' own records, oldest first. One list more is of flows that no silence ends: were
/// they in the rings, every leap of the clock would go over all of them.
struct TimerWheel {
    private var first = [UInt32](repeating: FlowHead.none, count: Self.bucketCount + 1)
    private var last = [UInt32](repeating: FlowHead.none, count: Self.bucketCount + 1)
    /// How many flows are in the rings.
    private var turning = 0
    private var now: UInt32 = 0
    /// No flow is filed before this tick.
    private var earliest: UInt32 = 0

    /// How many ticks ahead a flow can be filed, and one.
    static let bucketCount = 256
    private static let mask = UInt32(bucketCount - 1)
    /// The list of flows that no silence ends.
    private static let resting = bucketCount
}

extension TimerWheel {
    /// Files a flow to be looked at in `delay` ticks, or at the end of the wheel where that is farther; nil: never.
    mutating func file(_ slot: UInt32, delay: UInt32?, in heads: inout Slab<FlowHead>) {
        guard let delay else { return append(slot, to: Self.resting, in: &heads) }
        let due = now &+ min(max(delay, 1), Self.mask)
        append(slot, to: Int(due & Self.mask), in: &heads)
        turning += 1
        if due &- now < earliest &- now { earliest = due }
    }

    private mutating func append(_ slot: UInt32, to bucket: Int, in heads: inout Slab<FlowHead>) {
        heads[slot].bucket = UInt8(truncatingIfNeeded: bucket)
        if bucket == Self.resting { heads[slot].marks.insert(.isResting) } else { heads[slot].marks.remove(.isResting) }
        heads[slot].earlier = last[bucket]
        heads[slot].later = FlowHead.none
        if last[bucket] == FlowHead.none { first[bucket] = slot } else { heads[last[bucket]].later = slot }
        last[bucket] = slot
    }

    /// Takes a flow out.
    mutating func remove(_ slot: UInt32, in heads: inout Slab<FlowHead>) {
        let isResting = heads[slot].marks.contains(.isResting)
        let bucket = isResting ? Self.resting : Int(heads[slot].bucket)
        if !isResting { turning -= 1 }
        let (earlier, later) = (heads[slot].earlier, heads[slot].later)
        if earlier == FlowHead.none { first[bucket] = later } else { heads[earlier].later = later }
        if later == FlowHead.none { last[bucket] = earlier } else { heads[later].earlier = earlier }
    }

    /// Whether `tick` lies ahead, so that flows may be due.
    @inline(__always)
    func isBefore(_ tick: UInt32) -> Bool { now != tick }

    /// Moves one tick towards `tick` and says which bucket is due; nil once `tick` is reached.
    mutating func step(towards tick: UInt32) -> Int? {
        guard now != tick else { return nil }
        now = now &+ 1
        if earliest &- now > Self.mask { earliest = now &+ 1 }
        return Int(now & Self.mask)
    }

    /// The oldest flow of a bucket.
    func oldest(in bucket: Int) -> UInt32? {
        first[bucket] == FlowHead.none ? nil : first[bucket]
    }

    /// The newest flow of a bucket: what is filed there while the bucket is gone through comes after it.
    func newest(in bucket: Int) -> UInt32 { last[bucket] }

    /// The flow that is due first of all, those that never are coming last; nil where none is filed.
    mutating func nextDue() -> UInt32? {
        guard turning > 0 else { return oldest(in: Self.resting) }
        for _ in 0..<Self.bucketCount {
            if let slot = oldest(in: Int(earliest & Self.mask)) { return slot }
            earliest = earliest &+ 1
        }
        return nil
    }
}
