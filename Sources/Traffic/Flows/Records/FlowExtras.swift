/// What is kept of a flow only where the options ask for it, or where few flows have it.
///
/// An object, so that a flow without it costs one word. It never leaves the flow table.
final class FlowExtras {
    var firstPackets: [FirstPacket] = []
    var payload: PayloadBytes?
    var activity: ActivityRecord?
    /// The conversation up to its last datagram with a wrong checksum; nil without one.
    var datagrams: DatagramTracker?
    let tunnel: Tunnel?

    init(tunnel: Tunnel?, _ options: FlowOptions) {
        self.tunnel = tunnel
        payload = options.countsPayloadBytes ? PayloadBytes() : nil
        activity = options.measuresActivity ? ActivityRecord() : nil
    }

    func reverse() {
        for index in firstPackets.indices { firstPackets[index].direction = firstPackets[index].direction.opposite }
        payload?.reverse()
        activity?.reverse()
    }
}

extension FlowExtras {
    /// The memory held, in bytes.
    @inline(__always)
    var byteCount: Int {
        Self.ownByteCount + firstPackets.capacity * MemoryLayout<FirstPacket>.stride + (payload?.byteCount ?? 0)
    }

    /// An object has a header of two words before its properties.
    private static let ownByteCount =
        2 * MemoryLayout<Int>.stride + MemoryLayout<[FirstPacket]>.stride + MemoryLayout<PayloadBytes?>.stride
        + MemoryLayout<ActivityRecord?>.stride + MemoryLayout<DatagramTracker?>.stride + MemoryLayout<Tunnel?>.stride
}
