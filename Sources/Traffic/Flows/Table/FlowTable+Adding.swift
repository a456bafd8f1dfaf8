extension FlowTable {
    /// Adds a packet to its flow, which it may end, open, or both; `ended` is given every flow that ends by this.
    ///
    /// The packet's captured bytes are looked at where the options ask for its payload.
    mutating func add(_ packet: Packet, at place: FlowPlace, _ bytes: RawSpan, _ ended: (Flow) -> Void) {
        let time = max(packet.time.nanoseconds, .min + 1)
        advance(to: time, ended)
        let slot: UInt32
        if let known = find(place) {
            slot = known
            heads[slot].marks.insert(.isTouched)
            if let end = end(of: slot, at: time) { restart(slot, after: end, packet, place, ended) }
        } else {
            if index.count >= options.capacity { evict(ended) }
            slot = open(packet, place)
        }
        let measure = PacketMeasure(packet, options.sizes)
        if case .tcp(let header) = packet.transport, heads[slot].connection != FlowHead.none {
            follow(header, measure, packet, place, in: slot, ended)
            let direction = direction(of: place, in: slot)
            connections[heads[slot].connection].count(header.flags, direction)
            heads[slot].windows.note(header, direction)
        }
        count(packet, measure, at: time, in: slot, place, bytes)
    }

    @inline(__always)
    func find(_ place: FlowPlace) -> UInt32? {
        let key = place.key
        return index.find(place.hash) { slot in
            let (ports, traits, addresses) = (heads[slot].ports, heads[slot].traits, heads[slot].addresses)
            return ports == key.ports && traits == key.traits && holds(addresses, key)
        }
    }

    @inline(__always)
    private func holds(_ stored: UInt64, _ key: FlowKey) -> Bool {
        guard key.version == .six else { return stored == key.lowAddressLow << 32 | key.highAddressLow }
        return addresses[UInt32(truncatingIfNeeded: stored)] == AddressPair(key)
    }

    /// Why the flow that a packet belongs to by its key is over nevertheless; nil where the packet belongs to it.
    ///
    /// A packet that is earlier than the flow's last by the idle time-out is as far from it as a later one.
    @inline(__always)
    func end(of slot: UInt32, at time: Int64) -> FlowEnd? {
        let (first, last, isClosing) = (firstTime(of: slot), lastTime(of: slot), heads[slot].marks.isClosing)
        let gap = time.subtractingReportingOverflow(last)
        if gap.overflow || gap.partialValue >= limits.idle || gap.partialValue <= -limits.idle { return .idle }
        let age = time.subtractingReportingOverflow(first)
        if age.overflow || age.partialValue >= limits.active { return .active }
        return isClosing && gap.partialValue >= limits.linger ? closingReason(of: slot) : nil
    }

    /// The time of a flow's first packet in either direction.
    @inline(__always)
    private func firstTime(of slot: UInt32) -> Int64 {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return heads[slot].forward.first }
        guard !heads[slot].forward.isEmpty else { return replies[reply].backward.first }
        return min(heads[slot].forward.first, replies[reply].backward.first)
    }

    /// The time of a flow's last packet in either direction.
    @inline(__always)
    func lastTime(of slot: UInt32) -> Int64 {
        let reply = heads[slot].reply
        guard reply != FlowHead.none else { return heads[slot].forward.last }
        return max(heads[slot].forward.last, replies[reply].backward.last)
    }
}

extension FlowTable {
    private mutating func open(_ packet: Packet, _ place: FlowPlace) -> UInt32 {
        let slot = heads.insert(
            FlowHead(addresses: stored(place.key), ports: place.key.ports, traits: place.key.traits))
        begin(slot, packet, place)
        index.insert(slot, hash: place.hash)
        mostLive = max(mostLive, index.count)
        wheel.file(slot, delay: limits.lookAgain, in: &heads)
        return slot
    }

    /// Ends a flow, and begins the next one in the same place.
    mutating func restart(
        _ slot: UInt32, after end: FlowEnd, _ packet: Packet, _ place: FlowPlace, _ ended: (Flow) -> Void
    ) {
        handOut(slot, end, ended)
        giveBackParts(of: slot)
        heads[slot].forward = DirectionRecord()
        heads[slot].windows = InitialWindows()
        heads[slot].marks.formIntersection(.isResting)
        begin(slot, packet, place)
    }

    private mutating func begin(_ slot: UInt32, _ packet: Packet, _ place: FlowPlace) {
        let isReversed =
            options.initiator == .evidence && !options.isUnidirectional
            && InitiatorEvidence(first: packet).isReversed
        if !isReversed { heads[slot].marks.insert(.beganForward) }
        if place.isFromLow != isReversed { heads[slot].marks.insert(.initiatorIsLow) }
        if packet.carriedProtocol == .tcp {
            let tracker = TCPTracker(isReversed: isReversed)
            heads[slot].connection = connections.insert(ConnectionRecord(tracker: tracker))
        }
        if options.keepsHardwareAddresses { heads[slot].hardware = hardware.number(of: packet) }
        if options.notesPackets || packet.tunnel != nil {
            extras.keep(FlowExtras(tunnel: packet.tunnel, options), of: slot)
        }
    }

    private mutating func stored(_ key: FlowKey) -> UInt64 {
        guard key.version == .six else { return key.lowAddressLow << 32 | key.highAddressLow }
        return UInt64(addresses.insert(AddressPair(key)))
    }
}

extension AddressPair {
    init(_ key: FlowKey) {
        lowHigh = key.lowAddressHigh
        lowLow = key.lowAddressLow
        highHigh = key.highAddressHigh
        highLow = key.highAddressLow
    }
}
