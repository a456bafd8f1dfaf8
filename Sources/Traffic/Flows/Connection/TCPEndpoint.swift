/// One side of a TCP connection: how far it has come, and the numbers of the bytes it sent. Sixteen bytes.
struct TCPEndpoint: BitwiseCopyable, Hashable, Sendable {
    /// The initial sequence number: that of the SYN, or where none was seen, the one before the first byte.
    private(set) var first: UInt32 = 0
    /// The number after the highest byte or control bit seen.
    private(set) var end: UInt32 = 0
    /// What is known of the stream about `end`:
    /// - zero: all before it was seen, and nothing acknowledged after it;
    /// - above zero: the peer acknowledged that many bytes after it, which were not seen;
    /// - below zero: bytes are missing before a segment that began `-(margin + 1)` before it;
    /// - after a RST none of these, but the bits of the RST's sequence number.
    ///
    /// One hole is remembered and not its beginning, which is what lets the two sides of a connection fit in 32 bytes.
    private(set) var margin: Int32 = 0
    /// How often `end` went past `first` anew: the bytes sent are counted modulo 2⁴⁰.
    private var laps: UInt8 = 0
    /// The state in the lower half, marks in the upper.
    private(set) var bits: UInt8 = 0
    /// Segments that brought no new byte, held at the largest number of 16 bits.
    private(set) var retransmissions: UInt16 = 0
}

extension TCPEndpoint {
    /// Something that is noted once for this side.
    enum Mark: UInt8 {
        /// Payload was seen.
        case data = 0x10
        /// An ACK without payload was seen.
        case acknowledgement = 0x20
        /// A FIN was seen.
        case fin = 0x40
        /// More was acknowledged than a SYN, before the peer answered it: the peer means an older connection, RFC 9293
        /// section 3.5.1.
        case mistaken = 0x80
    }

    @inline(__always)
    func has(_ mark: Mark) -> Bool { bits & mark.rawValue != 0 }

    mutating func set(_ mark: Mark) { bits |= mark.rawValue }

    /// Whether the side was seen and not reset, and its stream has no hole and was not acknowledged beyond its end.
    ///
    /// Then a segment in order changes its numbers alone, and an acknowledgement of what was seen changes nothing.
    @inline(__always)
    var isInOrder: Bool { margin == 0 && (bits & 0x0f) &- 1 < State.closedPartially.rawValue }

    /// Whether the acknowledgement of a number tells nothing new of this side, which is in order.
    @inline(__always)
    func holds(acknowledgement number: UInt32) -> Bool {
        let distance = number.sequenceDistance(from: end)
        return distance == 0 || distance < 0 && end != first &+ 1
    }

    /// How far the side has come.
    var state: State {
        @inline(__always) get { State(in: bits) }
        set { bits = bits & 0xf0 | newValue.rawValue }
    }

    /// One more segment that brought no new byte.
    mutating func countRetransmission() {
        if retransmissions < .max { retransmissions += 1 }
    }
}

extension TCPEndpoint {
    /// Advances `end` by payload in order.
    @inline(__always)
    mutating func extend(by length: Int) { advance(to: end &+ UInt32(truncatingIfNeeded: length)) }

    /// Starts the numbering where a segment says so: with the first one, or with a SYN that cannot belong to the
    /// numbering so far.
    /// - Returns: whether it did.
    mutating func begin(with segment: TCPSegment) -> Bool {
        let isSYN = segment.flags.contains(.syn)
        switch state {
        case .inactive:
            restart(at: isSYN ? segment.start : segment.start &- 1, end: isSYN ? segment.end : segment.start)
            return isSYN
        case .synSent, .synAckSent:
            guard isSYN, segment.start != first else { return false }
        case .established, .partial, .resetAtOnce:
            guard isSYN else { return false }
        default:
            return false
        }
        restart(at: segment.start, end: segment.end)
        return true
    }

    /// Starts the numbering of a side not seen yet, by what the peer expects of it.
    mutating func begin(before acknowledgement: UInt32) {
        restart(at: acknowledgement &- 1, end: acknowledgement &- 1)
    }

    /// How many bytes of payload this side sent, by its sequence numbers and the peer's acknowledgements.
    var streamLength: Int {
        let seen = Int(laps) << 32 + Int(end &- first)
        let withControls = seen + (state.holdsReset ? 0 : Int(max(margin, 0)))
        return max(withControls - (has(.fin) && withControls > 1 ? 2 : 1), 0)
    }

    private mutating func restart(at number: UInt32, end: UInt32) {
        first = number
        self.end = end
        margin = 0
        laps = 0
    }

    @inline(__always)
    private mutating func advance(to number: UInt32) {
        if number &- first < end &- first { laps &+= 1 }
        end = number
    }
}

extension TCPEndpoint {
    /// Farther than this a number of a SYN or RST is not believed, nor an acknowledgement of zero: 1 MiB, as in Zeek.
    private static let believable: Int32 = 1 << 20
    /// No window is larger (RFC 7323 section 2.3), so no new byte can be farther behind an acknowledgement.
    private static let largestWindow: Int32 = 1 << 30

    /// Takes the numbers of a segment this side sent.
    /// - Returns: whether it carries payload and none of it is new.
    mutating func take(_ segment: TCPSegment) -> Bool {
        let distance = segment.end.sequenceDistance(from: end)
        let isControl = segment.flags.contains(.syn) || segment.flags.contains(.rst)
        if isControl, !(-Self.believable...Self.believable).contains(distance) { return false }
        // With nothing seen between SYN and FIN, any number may be right: the stream may be longer than 2 GiB.
        let isWholeStream = segment.flags.contains(.fin) && end == first &+ 1
        if state.isReset, !isWholeStream { return false }
        if distance > 0 {
            trackHole(segment, newEnd: segment.end)
            advance(to: segment.end)
            return false
        }
        if isWholeStream {
            margin = 0
            advance(to: segment.end)
            return false
        }
        trackHole(segment, newEnd: end)
        return segment.payloadLength > 0
    }

    /// Takes the peer's acknowledgement.
    /// - Returns: how many gaps it reveals: acknowledged bytes that were not seen.
    mutating func takeAcknowledgement(_ number: UInt32) -> Int {
        guard !state.holdsReset else {
            if number.sequenceDistance(from: end) > 0 { advance(to: number) }
            return 0
        }
        // Of two SYNs with different numbers the peer took the earlier: nothing else has a number before the last.
        if state == .established, end == first &+ 1, number.sequenceDistance(from: end) < 0 {
            restart(at: number &- 1, end: number)
            return 0
        }
        var gaps = 0
        if margin < 0, number.sequenceDistance(from: holeEnd) >= 0 {
            margin = 0
            gaps += 1
        }
        let ahead = number.sequenceDistance(from: end &+ UInt32(max(margin, 0)))
        let isBelievable = number != 0 || ahead <= Self.believable
        guard ahead > 0, isBelievable, margin >= 0 else { return gaps }
        if state == .synSent { set(.mistaken) }
        lead(by: ahead)
        return gaps + (has(.fin) ? 0 : 1)
    }

    /// From a RST on, its number is what is remembered.
    mutating func remember(reset number: UInt32) {
        if !state.holdsReset, margin > 0 { extend(by: Int(margin)) }
        margin = Int32(bitPattern: number)
    }

    /// Moves the highest acknowledged number on, and what lies more than a window before it out of reach.
    private mutating func lead(by ahead: Int32) {
        let sum = Int(margin) + Int(ahead)
        let excess = max(sum - Int(Self.largestWindow), 0)
        extend(by: excess)
        margin = Int32(sum - excess)
    }

    /// The number with which the segment after the hole began.
    private var holeEnd: UInt32 { end &- UInt32(truncatingIfNeeded: -(Int(margin) + 1)) }

    private mutating func trackHole(_ segment: TCPSegment, newEnd: UInt32) {
        guard !state.holdsReset else { return }
        margin = margin < 0 ? marginWithHole(segment, newEnd) : marginWithoutHole(segment, newEnd)
    }

    private func marginWithoutHole(_ segment: TCPSegment, _ newEnd: UInt32) -> Int32 {
        let expected = end &+ UInt32(margin)
        // A RST may have any number near the right one, so it proves no hole.
        if segment.start.sequenceDistance(from: expected) > 0, !segment.flags.contains(.rst) {
            return -1 - max(newEnd.sequenceDistance(from: segment.start), 0)
        }
        return max(expected.sequenceDistance(from: newEnd), 0)
    }

    /// The segment that reaches the end of the hole is taken for the last that was missing.
    private func marginWithHole(_ segment: TCPSegment, _ newEnd: UInt32) -> Int32 {
        let resumed = holeEnd
        let startsBefore = segment.start.sequenceDistance(from: resumed) < 0
        if startsBefore, segment.end.sequenceDistance(from: resumed) >= 0 { return 0 }
        let length = newEnd.sequenceDistance(from: resumed)
        // More than 2 GiB without an acknowledgement: no window is so large, so nobody waits for those bytes.
        return length < 0 ? 0 : -1 - length
    }
}
