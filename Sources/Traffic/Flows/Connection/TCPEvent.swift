/// What one segment meant for its connection, beyond being another packet.
package struct TCPEvent: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The payload ends no later than what this side had already sent: Zeek's `t`.
    package static let retransmission = TCPEvent(rawValue: 1)
    /// With this segment both sides have sent FIN. The last FIN need not be acknowledged yet.
    package static let closed = TCPEvent(rawValue: 2)
    /// With this segment the side that sent it aborted the connection.
    package static let reset = TCPEvent(rawValue: 4)
    /// The segment opens another connection between the same ports. It was *not* taken into account: the flow is to
    /// be ended, and the segment to be observed as the first of a new one.
    package static let reopened = TCPEvent(rawValue: 8)
    /// The roles were exchanged: whoever was the initiator is the responder from this segment on, this one included.
    /// All that is kept by direction is to be exchanged too.
    package static let reversed = TCPEvent(rawValue: 16)
    /// The segment acknowledged bytes that were not captured: Zeek's `g`.
    package static let gap = TCPEvent(rawValue: 32)
}
