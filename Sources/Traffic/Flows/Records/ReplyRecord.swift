/// What a live flow holds besides once a packet has gone backward: 104 bytes that scans and floods do without.
struct ReplyRecord: BitwiseCopyable {
    var backward = DirectionRecord()
    /// The gaps between packets of either direction.
    var gaps: GapRecord

    /// Adds the gap since the last packet of either direction; none where there was no packet, or this one is earlier.
    @inline(__always)
    mutating func addGap(to time: Int64, _ lastForward: Int64) {
        let last = max(lastForward, backward.last)
        if last != .min { gaps.add(UInt64(max(time &- last, 0))) }
    }

    /// Something of each of the cache lines the record lies in: its first word, its last, and one that is in the middle
    /// wherever it lies in three.
    var touch: UInt64 { backward.sums.touch &+ backward.gaps.shortest &+ gaps.touch }
}

/// The extremes and the squares of gaps between packets.
struct GapRecord: BitwiseCopyable {
    var shortest: UInt64 = .max
    var longest: UInt64 = 0
    private var squaresLow: UInt64 = 0
    private var squaresHigh: UInt64 = 0

    /// The record's last word.
    var touch: UInt64 { squaresHigh }

    /// The sum of the squares of all gaps, in square nanoseconds.
    var squares: UInt128 { UInt128(squaresHigh) << 64 | UInt128(squaresLow) }

    @inline(__always)
    mutating func add(_ gap: UInt64) {
        shortest = min(shortest, gap)
        longest = max(longest, gap)
        let square = gap.multipliedFullWidth(by: gap)
        let low = squaresLow.addingReportingOverflow(square.low)
        squaresLow = low.partialValue
        squaresHigh = squaresHigh &+ square.high &+ (low.overflow ? 1 : 0)
    }
}
