/// What is kept of a flow only where the options ask for it, or where few flows have it.
///
/// An object, so that a flow without it costs one word. It never leaves the flow table.
final class FlowExtras {
    var firstPackets: [FirstPacket] = []
    var payload: PayloadBytes?
    var activity: ActivityRecord?
    let tunnel: Tunnel?

    init(_ packet: Packet, _ options: FlowOptions) {
        tunnel = packet.tunnel
        payload = options.countsPayloadBytes ? PayloadBytes() : nil
        activity = options.measuresActivity ? ActivityRecord() : nil
    }

    func reverse() {
        for index in firstPackets.indices { firstPackets[index].direction = firstPackets[index].direction.opposite }
        payload?.reverse()
        activity?.reverse()
    }
}

/// One of the first packets of a flow.
public struct FirstPacket: Hashable, Sendable {
    /// Its size in bytes, at the level the options name.
    public var size: Int
    /// Which way it went.
    public var direction: FlowDirection
    /// How long after the packet before it in the flow it came; zero for the first.
    public var gap: Duration
}
