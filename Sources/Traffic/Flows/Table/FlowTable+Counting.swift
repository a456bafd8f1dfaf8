extension FlowTable {
    /// Counts a packet in its flow.
    @inline(__always)
    mutating func count(
        _ packet: Packet, _ measure: PacketMeasure, at time: Int64, in slot: UInt32, _ place: FlowPlace,
        _ bytes: RawSpan
    ) {
        let direction = direction(of: place, in: slot)
        if options.notesPackets { note(packet, measure, at: time, direction, in: slot, bytes) }
        heads[slot].lastTick = tick
        let reply = direction == .forward ? heads[slot].reply : replySlot(of: slot)
        if reply != FlowHead.none { replies[reply].addGap(to: time, heads[slot].forward.last) }
        let isCounted =
            direction == .forward
            ? heads[slot].forward.take(measure, at: time) : replies[reply].backward.take(measure, at: time)
        if !isCounted { countWidely(measure, direction, in: slot) }
    }

    /// Which way a packet goes in its flow.
    @inline(__always)
    func direction(of place: FlowPlace, in slot: UInt32) -> FlowDirection {
        place.isFromLow == heads[slot].marks.contains(.initiatorIsLow) ? .forward : .backward
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
    /// Counts a packet that the narrow sums cannot take, or not before they have been moved.
    @inline(never)
    private mutating func countWidely(_ measure: PacketMeasure, _ direction: FlowDirection, in slot: UInt32) {
        settle(slot, direction)
        guard measure.isNarrow else { return addLong(measure, direction, in: slot) }
        switch direction {
        case .forward: heads[slot].forward.add(measure)
        case .backward: replies[heads[slot].reply].backward.add(measure)
        }
    }

    /// Moves the narrow sums of one direction to the flow's totals.
    private mutating func settle(_ slot: UInt32, _ direction: FlowDirection) {
        let reply = heads[slot].reply
        let connection = heads[slot].connection
        let record = direction == .forward ? heads[slot].forward : replies[reply].backward
        changeTotals(of: slot, direction) { $0.absorb(record) }
        switch direction {
        case .forward: heads[slot].forward.sums = NarrowSums()
        case .backward: replies[reply].backward.sums = NarrowSums()
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
        case .forward: heads[slot].forward.sums.addPacket()
        case .backward: replies[heads[slot].reply].backward.sums.addPacket()
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
    var isNarrow: Bool {
        max(linkBytes, max(networkBytes, payloadBytes)) <= NarrowSums.longestPacket
            && headerBytes <= NarrowSums.longestHeader
    }

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
