/// A flow that has ended: packets between the same two ends, both ways, and what was measured of them.
///
///     for flow in packets.flows() {
///         print(flow.initiator, flow.responder, flow.both.packets, flow.end)
///     }
public struct Flow: Hashable, Sendable {
    /// What the packets have in common.
    public let key: FlowKey
    /// The end that sent the first packet, or asked for the connection.
    public let initiator: FlowEndpoint
    /// The other end.
    public let responder: FlowEndpoint
    /// What went from the initiator to the responder.
    public let forward: DirectionStatistics
    /// What went from the responder to the initiator.
    public let backward: DirectionStatistics
    /// What went either way.
    public let both: DirectionStatistics
    /// Why the flow ended.
    public let end: FlowEnd
    /// How its connection went, as Zeek has it.
    public let state: ConnectionState
    /// What happened in its connection, a letter an event, as Zeek has it.
    public let history: ConnectionHistory
    /// The tunnel in which the first packet travelled; nil for a flow outside of any.
    public let tunnel: Tunnel?
    /// The first packets, as many as the options ask for.
    public let firstPackets: [FirstPacket]
    /// The bytes of the payload, where the options ask for them.
    public let payload: PayloadBytes?
    /// The hardware addresses of the first packet, where the options ask for them.
    public let hardware: HardwareAddresses?
    /// How the packets were spread over time, where the options ask for it.
    public let activity: FlowActivity?

    /// What the packets carry.
    public var carriedProtocol: IPProtocol { key.carriedProtocol }
    /// When the flow began.
    public var first: Timestamp { both.first ?? Timestamp(nanoseconds: 0) }
    /// When its last packet came.
    public var last: Timestamp { both.last ?? first }
    /// The time from its first packet to its last.
    public var duration: Duration { both.duration }
}
