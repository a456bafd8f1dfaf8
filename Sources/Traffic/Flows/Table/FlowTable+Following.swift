extension FlowTable {
    /// Counts the control bits of a TCP segment, and ends the connection where they do.
    @inline(__always)
    mutating func follow(_ packet: borrowing Packet, _ direction: FlowDirection, in slot: UInt32) {
        guard let flags = packet.tcpFlags else { return }
        let connection = heads[slot].connection
        switch direction {
        case .forward: connections[connection].forwardFlags.add(flags)
        case .backward: connections[connection].backwardFlags.add(flags)
        }
    }

    /// Notes what is kept only where the options ask for it.
    mutating func note(
        _ packet: borrowing Packet, _ measure: PacketMeasure, at time: Int64, _ direction: FlowDirection,
        in slot: UInt32, _ bytes: RawSpan
    ) {
        let gap = heads[slot].forward.isEmpty ? 0 : max(time &- lastTime(of: slot), 0)
        let first = FirstPacket(size: Int(measure.size), direction: direction, gap: .nanoseconds(gap))
        let limit = options.firstPackets
        let extra = heads[slot].extras
        if extras[extra].firstPackets.count < limit { extras[extra].firstPackets.append(first) }
        extras[extra].activity?.add(
            time, payload: Int(measure.payloadBytes), direction: direction, header: Int(measure.headerBytes))
    }
}
