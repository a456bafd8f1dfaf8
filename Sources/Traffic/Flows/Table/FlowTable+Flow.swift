extension FlowTable {
    /// A live flow as it is handed out.
    func flow(_ slot: UInt32, _ end: FlowEnd) -> Flow {
        let key = key(of: slot)
        let initiatorIsLow = heads[slot].marks.contains(.initiatorIsLow)
        let wide = heads[slot].totals == FlowHead.none ? FlowTotals() : totals[heads[slot].totals]
        let connection = heads[slot].connection == FlowHead.none ? nil : connections[heads[slot].connection]
        let forward = DirectionStatistics(heads[slot].forward, wide.forward, connection?.forwardFlags, options.sizes)
        let backward = backward(slot, wide.backward, connection?.backwardFlags)
        let extra = heads[slot].extras == FlowHead.none ? nil : extras[heads[slot].extras]
        return Flow(
            key: key, initiator: initiatorIsLow ? key.low : key.high, responder: initiatorIsLow ? key.high : key.low,
            forward: forward, backward: backward, both: both(slot, forward, backward), end: end,
            firstPackets: extra?.firstPackets ?? [], payload: extra?.payload, hardware: extra?.hardware,
            activity: extra?.activity?.finished())
    }

    private func backward(_ slot: UInt32, _ wide: DirectionTotals, _ flags: FlagCounts?) -> DirectionStatistics {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return DirectionStatistics() }
        return DirectionStatistics(replies[reply].backward, wide, flags, options.sizes)
    }

    private func both(
        _ slot: UInt32, _ forward: DirectionStatistics, _ backward: DirectionStatistics
    ) -> DirectionStatistics {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return forward }
        return forward.merged(with: backward, gaps: replies[reply].gaps)
    }

    private func key(of slot: UInt32) -> FlowKey {
        let stored = heads[slot].addresses
        guard heads[slot].version == .six else {
            return FlowKey(
                lowAddressHigh: 0, lowAddressLow: stored >> 32, highAddressHigh: 0,
                highAddressLow: stored & 0xffff_ffff,
                ports: heads[slot].ports, traits: heads[slot].traits)
        }
        let pair = addresses[UInt32(truncatingIfNeeded: stored)]
        return FlowKey(
            lowAddressHigh: pair.lowHigh, lowAddressLow: pair.lowLow, highAddressHigh: pair.highHigh,
            highAddressLow: pair.highLow, ports: heads[slot].ports, traits: heads[slot].traits)
    }
}

extension DirectionStatistics {
    init(_ record: DirectionRecord, _ wide: DirectionTotals, _ flags: FlagCounts?, _ level: ByteLevel) {
        var sums = wide
        sums.absorb(record)
        packets = sums.packets
        linkBytes = sums.linkBytes
        networkBytes = sums.networkBytes
        payloadBytes = sums.payloadBytes
        headerBytes = sums.headerBytes
        retransmissions = sums.retransmissions
        sizes = IntegerMoments(
            count: packets, minimum: sums.smallest, maximum: sums.largest, sum: UInt128(sums.bytes(at: level)),
            squares: sums.squares)
        first = Timestamp(nanoseconds: record.first)
        last = Timestamp(nanoseconds: record.last)
        gaps = IntegerMoments(record.gaps, count: packets - 1, sum: UInt128(max(record.last - record.first, 0)))
        self.flags = TCPFlagCounts(wide.flags &+ (flags?.counts ?? SIMD8()))
    }

    /// Both directions of a flow together.
    func merged(with other: DirectionStatistics, gaps: GapRecord) -> DirectionStatistics {
        var both = self
        both.packets += other.packets
        both.linkBytes += other.linkBytes
        both.networkBytes += other.networkBytes
        both.payloadBytes += other.payloadBytes
        both.headerBytes += other.headerBytes
        both.retransmissions += other.retransmissions
        both.sizes = sizes.merged(with: other.sizes)
        both.flags = flags + other.flags
        both.last = [last, other.last].compactMap(\.self).max()
        both.gaps = IntegerMoments(gaps, count: both.packets - 1, sum: UInt128(max(both.duration.wholeNanoseconds, 0)))
        return both
    }
}

extension IntegerMoments {
    /// The gaps' sum is the time from the first packet to the last.
    init(_ gaps: GapRecord, count: Int, sum: UInt128) {
        self.init(
            count: count, minimum: count == 0 ? 0 : Int(clamping: gaps.shortest), maximum: Int(clamping: gaps.longest),
            sum: sum, squares: gaps.squares)
    }
}
