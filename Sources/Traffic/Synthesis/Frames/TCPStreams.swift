/// Where both ends of a TCP connection stand in their streams, which decides what numbers their segments carry
/// (RFC 9293 section 3.4).
struct TCPStreams: Hashable, Sendable {
    /// One end's place in its own stream.
    struct Place: Hashable, Sendable {
        /// The number of the next byte it sends.
        var next: UInt32
        /// The number that the other end's segments acknowledge: of the first byte that this end has still to get
        /// through.
        var acknowledged: UInt32

        fileprivate init(_ initial: UInt32) { (next, acknowledged) = (initial, initial) }
    }

    private var forward: Place
    private var backward: Place

    /// Streams that begin with the numbers of both SYNs.
    init(client: UInt32, server: UInt32) { (forward, backward) = (Place(client), Place(server)) }

    /// The place of the end that sends in a direction.
    subscript(direction: FlowDirection) -> Place {
        get { direction == .forward ? forward : backward }
        set { if direction == .forward { forward = newValue } else { backward = newValue } }
    }
}

extension TCPStreams {
    /// The header of one end's next segment, whose `count` bytes of payload, SYN and FIN move the end on.
    mutating func header(_ flags: TCPFlags, _ direction: FlowDirection, payload count: Int = 0) -> TCPHeader {
        var header = TCPHeader(flags: flags, sequenceNumber: self[direction].next)
        if flags.contains(.ack) { header.acknowledgementNumber = self[direction.opposite].acknowledged }
        let marks = flags.isDisjoint(with: [.syn, .fin]) ? 0 : 1
        self[direction].next &+= UInt32(truncatingIfNeeded: count + marks)
        return header
    }

    /// Lets the other end acknowledge, from its next segment on, all that one end has sent.
    mutating func acknowledgeAll(_ direction: FlowDirection) {
        self[direction].acknowledged = self[direction].next
    }
}
