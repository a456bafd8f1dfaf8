extension FlowTable {
    /// A live flow as it is handed out.
    func flow(_ slot: UInt32, _ end: FlowEnd) -> Flow {
        let key = key(of: slot)
        let initiatorIsLow = heads[slot].marks.contains(.initiatorIsLow)
        let wide = heads[slot].marks.contains(.hasTotals) ? totals[slot] ?? FlowTotals() : FlowTotals()
        var forward = DirectionStatistics(heads[slot].forward, wide.forward, options.sizes)
        var backward = backward(slot, wide.backward)
        if heads[slot].connection != FlowHead.none {
            connections[heads[slot].connection].fill(&forward, &backward, wide)
            heads[slot].windows.fill(&forward, &backward)
        }
        let extra = extras[slot]
        let (state, history) = connection(of: slot, key)
        return Flow(
            key: key, initiator: initiatorIsLow ? key.low : key.high, responder: initiatorIsLow ? key.high : key.low,
            forward: forward, backward: backward, both: both(slot, forward, backward), end: end,
            state: state, history: history, tunnel: extra?.tunnel, firstPackets: extra?.firstPackets ?? [],
            payload: extra?.payload,
            hardware: hardware[heads[slot].hardware], activity: extra?.activity?.finished())
    }

    private func connection(of slot: UInt32, _ key: FlowKey) -> (ConnectionState, ConnectionHistory) {
        if heads[slot].connection != FlowHead.none {
            let tracker = connections[heads[slot].connection].tracker
            return (tracker.state, tracker.history)
        }
        guard key.carriedProtocol != .icmp, key.carriedProtocol != .icmpv6 else {
            return (.other, ConnectionHistory())
        }
        let datagrams = datagrams(of: slot)
        return (datagrams.state, datagrams.history)
    }

    private func backward(_ slot: UInt32, _ wide: DirectionTotals) -> DirectionStatistics {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return DirectionStatistics() }
        return DirectionStatistics(replies[reply].backward, wide, options.sizes)
    }

    private func both(
        _ slot: UInt32, _ forward: DirectionStatistics, _ backward: DirectionStatistics
    ) -> DirectionStatistics {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return forward }
        let beganForward = heads[slot].marks.contains(.beganForward)
        return forward.merged(
            with: backward, gaps: replies[reply].gaps, since: beganForward ? forward.first : backward.first)
    }

    func key(of slot: UInt32) -> FlowKey {
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

extension ConnectionRecord {
    /// Adds what only a TCP connection has.
    func fill(_ forward: inout DirectionStatistics, _ backward: inout DirectionStatistics, _ wide: FlowTotals) {
        forward.flags = TCPFlagCounts(wide.forward.flags &+ forwardFlags.counts)
        backward.flags = TCPFlagCounts(wide.backward.flags &+ backwardFlags.counts)
        forward.sequenceBytes = tracker.streamLength(.forward)
        backward.sequenceBytes = tracker.streamLength(.backward)
    }
}

extension InitialWindows {
    fileprivate func fill(_ forward: inout DirectionStatistics, _ backward: inout DirectionStatistics) {
        (forward.initialWindow, forward.windowScale) = (self.forward.size, self.forward.scale)
        (backward.initialWindow, backward.windowScale) = (self.backward.size, self.backward.scale)
    }
}

extension DirectionStatistics {
    init(_ record: DirectionRecord, _ wide: DirectionTotals, _ level: ByteLevel) {
        guard !record.isEmpty else { return }
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
        sequenceBytes = payloadBytes
    }

    /// Both directions of a flow together.
    ///
    /// The gaps run from the packet that was `captured` first. One of the other direction may be earlier, where packets
    /// come out of order: the flow then begins with that one, but there is no gap after it.
    func merged(
        with other: DirectionStatistics, gaps: GapRecord, since captured: Timestamp?
    ) -> DirectionStatistics {
        var both = self
        both.packets += other.packets
        both.linkBytes += other.linkBytes
        both.networkBytes += other.networkBytes
        both.payloadBytes += other.payloadBytes
        both.headerBytes += other.headerBytes
        both.retransmissions += other.retransmissions
        both.sizes = sizes.merged(with: other.sizes)
        both.sequenceBytes += other.sequenceBytes
        both.initialWindow = nil
        both.windowScale = nil
        both.flags = flags + other.flags
        if let theirs = other.first { both.first = min(first ?? theirs, theirs) }
        if let theirs = other.last { both.last = max(last ?? theirs, theirs) }
        let ended = both.last?.nanoseconds ?? 0
        let span = max(ended.since(captured?.nanoseconds ?? ended), 0)
        both.gaps = IntegerMoments(gaps, count: both.packets - 1, sum: UInt128(span))
        return both
    }
}

extension IntegerMoments {
    /// The gaps' sum is the time from the packet captured first to the last.
    init(_ gaps: GapRecord, count: Int, sum: UInt128) {
        self.init(
            count: count, minimum: count == 0 ? 0 : Int(clamping: gaps.shortest), maximum: Int(clamping: gaps.longest),
            sum: sum, squares: gaps.squares)
    }
}
