/// Which way a packet of a flow goes.
public enum FlowDirection: UInt8, Hashable, Sendable, CaseIterable {
    /// From the initiator to the responder.
    case forward
    /// From the responder to the initiator.
    case backward
}
