extension FlowTable {
    /// Counts a packet in its flow.
    mutating func count(
        _ packet: Packet, at time: Int64, in slot: UInt32, _ place: FlowPlace, _ bytes: RawSpan
    ) {
        heads[slot].lastTick = tick
        let measure = PacketMeasure(packet, options.sizes)
        let direction = direction(of: place, in: slot)
        if options.notesPackets { note(packet, measure, at: time, direction, in: slot, bytes) }
        switch direction {
        case .forward: countForward(measure, at: time, in: slot)
        case .backward: countBackward(measure, at: time, in: slot)
        }
        let connection = heads[slot].connection
        guard connection != FlowHead.none, case .tcp(let header) = packet.transport else { return }
        connections[connection].count(header, direction)
    }

    /// Which way a packet goes in its flow.
    @inline(__always)
    func direction(of place: FlowPlace, in slot: UInt32) -> FlowDirection {
        place.isFromLow == heads[slot].marks.contains(.initiatorIsLow) ? .forward : .backward
    }

    @inline(__always)
    private mutating func countForward(_ measure: PacketMeasure, at time: Int64, in slot: UInt32) {
        let reply = heads[slot].reply
        if reply != FlowHead.none { replies[reply].gaps.add(gap(to: time, in: slot)) }
        if heads[slot].forward.packets == DirectionRecord.mostPackets { settle(slot, .forward) }
        heads[slot].forward.advance(to: time)
        guard measure.isNarrow else { return addLong(measure, .forward, in: slot) }
        heads[slot].forward.add(measure)
    }

    @inline(__always)
    private mutating func countBackward(_ measure: PacketMeasure, at time: Int64, in slot: UInt32) {
        let isFirst = heads[slot].reply == FlowHead.none && heads[slot].forward.isEmpty
        let reply = replySlot(of: slot)
        if !isFirst { replies[reply].gaps.add(gap(to: time, in: slot)) }
        if replies[reply].backward.packets == DirectionRecord.mostPackets { settle(slot, .backward) }
        replies[reply].backward.advance(to: time)
        guard measure.isNarrow else { return addLong(measure, .backward, in: slot) }
        replies[reply].backward.add(measure)
    }

    /// The time since the flow's last packet; none where the packet is earlier.
    @inline(__always)
    private func gap(to time: Int64, in slot: UInt32) -> UInt64 {
        UInt64(max(time &- lastTime(of: slot), 0))
    }

    /// The gaps so far, which were all forward, become those of both directions.
    @inline(__always)
    mutating func replySlot(of slot: UInt32) -> UInt32 {
        if heads[slot].reply == FlowHead.none {
            heads[slot].reply = replies.insert(ReplyRecord(gaps: heads[slot].forward.gaps))
        }
        return heads[slot].reply
    }
}

extension FlowTable {
    /// Moves the narrow sums of one direction to the flow's totals.
    private mutating func settle(_ slot: UInt32, _ direction: FlowDirection) {
        let reply = heads[slot].reply
        let connection = heads[slot].connection
        changeTotals(of: slot, direction) {
            [record = direction == .forward ? heads[slot].forward : replies[reply].backward] in
            $0.absorb(record)
        }
        switch direction {
        case .forward: heads[slot].forward.clearSums()
        case .backward: replies[reply].backward.clearSums()
        }
        guard connection != FlowHead.none else { return }
        let flags = connections[connection].takeFlags(direction)
        changeTotals(of: slot, direction) { $0.flags &+= flags }
    }

    /// Adds a packet that is too long for the narrow sums.
    ///
    /// It is counted there all the same, because flags and retransmissions are kept in numbers as narrow, and are moved
    /// along with the sums.
    private mutating func addLong(_ measure: PacketMeasure, _ direction: FlowDirection, in slot: UInt32) {
        changeTotals(of: slot, direction) { $0.add(measure) }
        switch direction {
        case .forward: heads[slot].forward.packets &+= 1
        case .backward: replies[heads[slot].reply].backward.packets &+= 1
        }
    }

    private mutating func changeTotals(
        of slot: UInt32, _ direction: FlowDirection, _ change: (inout DirectionTotals) -> Void
    ) {
        heads[slot].marks.insert(.hasTotals)
        switch direction {
        case .forward: change(&totals[slot, default: FlowTotals()].forward)
        case .backward: change(&totals[slot, default: FlowTotals()].backward)
        }
    }
}

extension PacketMeasure {
    /// Whether the narrow sums can take the packet.
    @inline(__always)
    var isNarrow: Bool { max(linkBytes, max(networkBytes, payloadBytes)) <= DirectionRecord.longestPacket }

    @inline(__always)
    init(_ packet: Packet, _ level: ByteLevel) {
        let header = packet.transport?.length ?? 0
        let network = packet.ipLength ?? 0
        let payload = packet.network.map { max($0.payloadLength - header, 0) } ?? 0
        linkBytes = UInt32(clamping: packet.originalLength)
        networkBytes = UInt32(clamping: network)
        payloadBytes = UInt32(clamping: payload)
        headerBytes = UInt32(clamping: header)
        size =
            switch level {
            case .link: linkBytes
            case .network: networkBytes
            case .payload: payloadBytes
            }
    }
}
