/// Which way a packet of a flow goes.
///
/// Forward is from the initiator, who began the conversation, to the responder: what other tools call originator and
/// responder, client and server, or source and destination of the flow.
public enum FlowDirection: UInt8, Hashable, Sendable, CaseIterable {
    /// From the initiator to the responder.
    case forward
    /// From the responder to the initiator.
    case backward

    /// The other way.
    public var opposite: FlowDirection { self == .forward ? .backward : .forward }
}
