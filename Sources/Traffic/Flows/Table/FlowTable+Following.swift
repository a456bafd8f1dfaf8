extension FlowTable {
    /// Follows the TCP connection of a packet, which may open it anew, exchange its ends, or close it.
    mutating func follow(
        _ header: TCPHeader, _ measure: PacketMeasure, _ packet: Packet, _ place: FlowPlace, in slot: UInt32,
        _ ended: (Flow) -> Void
    ) {
        let event = connections[heads[slot].connection].tracker.observe(
            header, payloadLength: Int(measure.payloadBytes), direction: trackedDirection(of: place, in: slot))
        if event.isEmpty { return }
        guard event.contains(.reopened) else { return take(event, place, in: slot) }
        guard limits.endsConnections else { return }
        restart(slot, after: .reopened, packet, place, ended)
        follow(header, measure, packet, place, in: slot, ended)
    }

    private mutating func take(_ event: TCPEvent, _ place: FlowPlace, in slot: UInt32) {
        if event.contains(.reversed) { reverse(slot) }
        if event.contains(.retransmission) { countRetransmission(direction(of: place, in: slot), in: slot) }
        if limits.endsConnections { close(slot, event) }
    }

    /// From now on the flow waits only for packets under way.
    private mutating func close(_ slot: UInt32, _ event: TCPEvent) {
        let wasClosing = heads[slot].marks.isClosing
        if event.contains(.closed) { heads[slot].marks.insert(.isFinished) }
        if event.contains(.reset), !wasClosing { heads[slot].marks.insert(.isReset) }
        guard heads[slot].marks.isClosing, !wasClosing else { return }
        heads[slot].lastTick = tick
        refile(slot)
    }

    private mutating func countRetransmission(_ direction: FlowDirection, in slot: UInt32) {
        switch direction {
        case .forward: heads[slot].forward.sums.addRetransmission()
        case .backward:
            let reply = replySlot(of: slot)
            replies[reply].backward.sums.addRetransmission()
        }
    }
}

extension FlowTable {
    /// Exchanges initiator and responder in all that is kept by direction.
    private mutating func reverse(_ slot: UInt32) {
        guard options.initiator == .evidence, !options.isUnidirectional else {
            heads[slot].marks.formSymmetricDifference(.differsFromTracker)
            return
        }
        let reply = replySlot(of: slot)
        let forward = heads[slot].forward
        heads[slot].forward = replies[reply].backward
        replies[reply].backward = forward
        heads[slot].marks.formSymmetricDifference([.initiatorIsLow, .beganForward])
        connections[heads[slot].connection].reverse()
        heads[slot].windows.reverse()
        if heads[slot].marks.contains(.hasTotals) { totals[slot]?.reverse() }
        extras[slot]?.reverse()
    }

    @inline(__always)
    func trackedDirection(of place: FlowPlace, in slot: UInt32) -> FlowDirection {
        let isSame = !heads[slot].marks.contains(.differsFromTracker)
        return (direction(of: place, in: slot) == .forward) == isSame ? .forward : .backward
    }
}

extension FlowTable {
    /// Notes what is kept only where the options ask for it.
    mutating func note(
        _ packet: Packet, _ measure: PacketMeasure, at time: Int64, _ direction: FlowDirection,
        in slot: UInt32, _ bytes: RawSpan
    ) {
        guard let extra = extras[slot] else { return }
        if extra.firstPackets.count < options.firstPackets {
            let isFirst = heads[slot].forward.isEmpty && heads[slot].reply == FlowHead.none
            let gap = isFirst ? 0 : max(time &- lastTime(of: slot), 0)
            extras.change(extra) {
                $0.firstPackets.append(
                    FirstPacket(size: Int(measure.size), direction: direction, gap: .nanoseconds(gap)))
            }
        }
        if let range = packet.payloadRange { extra.payload?.add(bytes, range, direction) }
        extra.activity?.add(
            time, payload: Int(measure.payloadBytes), direction: direction, header: Int(measure.headerBytes))
    }
}
