/// What is held of a live TCP connection besides, in 64 bytes: how far it has come, and how often each control bit was
/// set.
struct ConnectionRecord: BitwiseCopyable {
    var tracker: TCPTracker
    var forwardFlags = FlagCounts()
    var backwardFlags = FlagCounts()

    @inline(__always)
    mutating func count(_ flags: TCPFlags, _ direction: FlowDirection) {
        switch direction {
        case .forward: forwardFlags.add(flags)
        case .backward: backwardFlags.add(flags)
        }
    }

    /// Something of the record, which lies in one cache line.
    var touch: UInt64 { UInt64(tracker.initiator.end) }

    /// Exchanges what is kept by direction; the tracker has done so itself.
    mutating func reverse() {
        swap(&forwardFlags, &backwardFlags)
    }

    /// The counts of one direction, which begin anew.
    mutating func takeFlags(_ direction: FlowDirection) -> SIMD8<UInt64> {
        let taken = direction == .forward ? forwardFlags : backwardFlags
        if direction == .forward { forwardFlags = FlagCounts() } else { backwardFlags = FlagCounts() }
        return taken.counts
    }
}

/// How often each of TCP's eight control bits was set in at most 255 packets: a byte each, in one word.
struct FlagCounts: BitwiseCopyable {
    private var bytes: UInt64 = 0

    /// Spreads the flags over the word's bytes, lets each byte keep its own bit, and adds one where it is set.
    @inline(__always)
    mutating func add(_ flags: TCPFlags) {
        let kept = UInt64(flags.rawValue) &* 0x0101_0101_0101_0101 & 0x8040_2010_0804_0201
        bytes &+= (kept &+ 0x7f7f_7f7f_7f7f_7f7f | kept) >> 7 & 0x0101_0101_0101_0101
    }

    /// The counts, lowest bit first.
    var counts: SIMD8<UInt64> {
        var counts = SIMD8<UInt64>()
        for bit in counts.indices { counts[bit] = bytes >> UInt64(bit * 8) & 0xff }
        return counts
    }
}
