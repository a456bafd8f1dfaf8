extension TCPEndpoint {
    /// How far one side of a connection has come, by the packets seen of it.
    ///
    /// These are the seven states of Zeek's endpoints, with those it distinguishes by the state before told apart.
    enum State: UInt8 {
        /// Nothing seen.
        case inactive
        /// Its SYN was seen.
        case synSent
        /// Its SYN+ACK was seen, though it is the initiator.
        case synAckSent
        /// Packets were seen, but not its SYN.
        case partial
        /// The handshake was seen.
        case established
        /// A FIN was seen after the handshake.
        case closed
        /// A FIN was seen, but no whole handshake.
        case closedPartially
        /// A FIN was seen of both sides, and a RST of this.
        case closedThenReset
        /// A RST was seen.
        case reset
        /// A RST was the first that was seen.
        case resetAtOnce
        /// A RST was seen after a FIN, and no FIN of the peer.
        case closedByReset

        /// The state kept in the lower half of `bits`.
        ///
        /// Written out, as the compiler then sees through it, where it calls the one it derives from the raw values.
        @inline(__always)
        init(in bits: UInt8) {
            switch bits & 0x0f {
            case 1: self = .synSent
            case 2: self = .synAckSent
            case 3: self = .partial
            case 4: self = .established
            case 5: self = .closed
            case 6: self = .closedPartially
            case 7: self = .closedThenReset
            case 8: self = .reset
            case 9: self = .resetAtOnce
            case 10: self = .closedByReset
            default: self = .inactive
            }
        }

        /// Whether it ended with FIN.
        var isClosed: Bool { self == .closed || self == .closedPartially || self == .closedThenReset }
        /// Whether it ended with RST.
        var isReset: Bool { rawValue >= State.reset.rawValue }
        /// Whether it ended.
        var isOver: Bool { rawValue >= State.closed.rawValue }
        /// Whether a RST's number is kept.
        var holdsReset: Bool { rawValue >= State.closedThenReset.rawValue }
        /// Whether its numbers are known from the handshake on and were never in doubt.
        var isClean: Bool { self == .established || self == .closed }
        /// Whether no beginning was seen.
        var isUnopened: Bool { self == .inactive || self == .partial }
    }
}
