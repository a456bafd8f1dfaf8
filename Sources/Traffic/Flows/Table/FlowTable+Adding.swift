extension FlowTable {
    /// Adds a packet to its flow, which it may end, open, or both; `ended` is given every flow that ends by this.
    ///
    /// The packet's captured bytes are looked at where the options ask for its payload.
    mutating func add(_ packet: Packet, at place: FlowPlace, _ bytes: RawSpan, _ ended: (Flow) -> Void) {
        let time = max(packet.time.nanoseconds, .min + 1)
        advance(to: time, ended)
        let hash = place.key.hash(seed: options.hashSeed)
        let slot: UInt32
        if let known = find(place.key, hash) {
            slot = known
            heads[slot].marks.insert(.isTouched)
            if let end = end(of: slot, at: time) { restart(slot, after: end, packet, place, ended) }
        } else {
            if index.count >= options.capacity { evict(ended) }
            slot = open(packet, place, hash)
        }
        follow(packet, place, in: slot, ended)
        count(packet, at: time, in: slot, place, bytes)
    }

    @inline(__always)
    func find(_ key: FlowKey, _ hash: UInt32) -> UInt32? {
        index.find(hash) { slot in
            guard heads[slot].ports == key.ports, heads[slot].traits == key.traits else { return false }
            return holds(heads[slot].addresses, key)
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
        let gap = time.subtractingReportingOverflow(lastTime(of: slot))
        if gap.overflow || gap.partialValue >= limits.idle || gap.partialValue <= -limits.idle { return .idle }
        let age = time.subtractingReportingOverflow(firstTime(of: slot))
        if age.overflow || age.partialValue >= limits.active { return .active }
        guard heads[slot].marks.isClosing, gap.partialValue >= limits.linger else { return nil }
        return .finished
    }
}

extension FlowTable {
    private mutating func open(_ packet: Packet, _ place: FlowPlace, _ hash: UInt32) -> UInt32 {
        let slot = heads.insert(
            FlowHead(addresses: stored(place.key), ports: place.key.ports, traits: place.key.traits))
        begin(slot, packet, place)
        index.insert(slot, hash: hash)
        mostLive = max(mostLive, index.count)
        wheel.file(slot, delay: lookAgainDelay, in: &heads)
        return slot
    }

    /// Ends a flow, and begins the next one in the same place.
    mutating func restart(
        _ slot: UInt32, after end: FlowEnd, _ packet: Packet, _ place: FlowPlace, _ ended: (Flow) -> Void
    ) {
        handOut(slot, end, ended)
        giveBackParts(of: slot)
        heads[slot].forward = DirectionRecord()
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
