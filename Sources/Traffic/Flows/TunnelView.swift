/// Which addresses of a packet in a tunnel count.
public enum TunnelView: UInt8, Hashable, Sendable, CaseIterable {
    /// The innermost that can be decoded.
    case innermost
    /// The outermost: tunnels stay closed.
    case outermost
    /// All: a packet in a tunnel belongs to a flow at every depth.
    case every
}
