/// One of the first packets of a flow.
public struct FirstPacket: Hashable, Sendable {
    /// Its size in bytes, at the level the options name.
    public var size: Int
    /// Which way it went.
    public var direction: FlowDirection
    /// How long after the packet before it in the flow it came; zero for the first.
    public var gap: Duration
}
