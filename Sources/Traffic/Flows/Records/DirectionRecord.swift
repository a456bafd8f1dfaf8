/// What is held of one direction of a live flow: 72 bytes.
///
/// Sums are narrow; before they could overflow they are moved to the flow's ``FlowTotals``, which few flows ever need.
/// The sizes of packets of 64 KiB and more go there at once.
struct DirectionRecord: BitwiseCopyable {
    /// Over the packets since the sums were last moved.
    var sums = NarrowSums()
    private(set) var smallest: UInt16 = .max
    private(set) var largest: UInt16 = 0
    /// Nanoseconds since the epoch; the first is that of a direction's first packet, the last never goes back.
    private(set) var first: Int64 = 0
    private(set) var last: Int64 = .min
    private(set) var gaps = GapRecord()
}

extension DirectionRecord {
    /// Whether no packet has gone this way.
    var isEmpty: Bool { last == .min }

    /// Counts a packet, its sums only if they can take it.
    /// - Returns: whether they could.
    @inline(__always)
    mutating func take(_ measure: PacketMeasure, at time: Int64) -> Bool {
        advance(to: time)
        guard !sums.isFull, measure.isNarrow else { return false }
        add(measure)
        return true
    }

    @inline(__always)
    mutating func add(_ measure: PacketMeasure) {
        smallest = min(smallest, UInt16(truncatingIfNeeded: measure.size))
        largest = max(largest, UInt16(truncatingIfNeeded: measure.size))
        sums.add(measure)
    }

    /// Moves on to the next packet of this direction; a packet earlier than the one before it has no gap.
    @inline(__always)
    private mutating func advance(to time: Int64) {
        guard !isEmpty else {
            first = time
            last = time
            return
        }
        gaps.add(UInt64(max(time &- last, 0)))
        last = max(last, time)
    }
}

/// What one packet adds to its direction.
struct PacketMeasure {
    /// The size whose moments are taken.
    var size: UInt32
    var linkBytes: UInt32
    var networkBytes: UInt32
    var payloadBytes: UInt32
    var headerBytes: UInt32
}
