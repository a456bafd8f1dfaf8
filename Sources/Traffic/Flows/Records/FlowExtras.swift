/// What is kept of a flow only where the options ask for it, or where few flows have it.
struct FlowExtras {
    var firstPackets: [FirstPacket] = []
    var payload: PayloadBytes?
    var activity: ActivityRecord?
    let hardware: HardwareAddresses?
    let tunnel: Tunnel?

    init(_ packet: Packet, _ options: FlowOptions) {
        tunnel = packet.tunnel
        payload = options.countsPayloadBytes ? PayloadBytes() : nil
        activity = options.measuresActivity ? ActivityRecord() : nil
        hardware = options.keepsHardwareAddresses ? HardwareAddresses(packet) : nil
    }

    mutating func reverse() {
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

/// The extras of live flows.
struct FlowExtrasStore {
    private var extras: [FlowExtras] = []
    private var free: [UInt32] = []

    subscript(slot: UInt32) -> FlowExtras {
        _read { yield extras[Int(slot)] }
        _modify { yield &extras[Int(slot)] }
    }

    mutating func insert(_ extra: FlowExtras) -> UInt32 {
        guard let slot = free.popLast() else {
            extras.append(extra)
            return UInt32(extras.count - 1)
        }
        extras[Int(slot)] = extra
        return slot
    }

    mutating func remove(_ slot: UInt32) {
        free.append(slot)
    }
}
