/// What is held of a live TCP connection besides: how far it has come, the windows it began with, and how often each
/// control bit was set.
struct ConnectionRecord: BitwiseCopyable {
    var tracker: TCPTracker
    var forwardFlags = FlagCounts()
    var backwardFlags = FlagCounts()
    var forwardWindow = InitialWindow()
    var backwardWindow = InitialWindow()

    @inline(__always)
    mutating func count(_ header: TCPHeader, _ direction: FlowDirection) {
        switch direction {
        case .forward:
            forwardFlags.add(header.flags)
            forwardWindow.note(header)
        case .backward:
            backwardFlags.add(header.flags)
            backwardWindow.note(header)
        }
    }

    /// Something of each of the two cache lines the record may lie in.
    var touch: UInt64 { UInt64(tracker.initiator.end) &+ UInt64(backwardWindow.size ?? 0) }

    /// Exchanges what is kept by direction; the tracker has done so itself.
    mutating func reverse() {
        swap(&forwardFlags, &backwardFlags)
        swap(&forwardWindow, &backwardWindow)
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

/// The window that a side announced in its first segment, and how its later ones are to be scaled.
struct InitialWindow: BitwiseCopyable {
    private var storedSize: UInt16 = 0
    private var storedScale = Self.unknown
    private var isKnown = false

    private static let unknown = UInt8.max

    /// Bytes, unscaled; nil before the first segment.
    var size: Int? { isKnown ? Int(storedSize) : nil }
    /// The power of two; nil where none was offered.
    var scale: Int? { storedScale == Self.unknown ? nil : Int(storedScale) }

    @inline(__always)
    mutating func note(_ header: TCPHeader) {
        guard !isKnown else { return }
        isKnown = true
        storedSize = header.window
        storedScale = header.options.windowScale ?? Self.unknown
    }
}
