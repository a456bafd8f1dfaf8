extension FlowTable {
    /// Takes note of a packet whose checksum is wrong in the history of its flow: Zeek's `c`.
    ///
    /// The packet counts for nothing else. It opens no flow, either: Zeek logs a connection of no packets for it.
    mutating func noteWrongChecksum(_ packet: Packet, at place: FlowPlace, _ ended: (Flow) -> Void) {
        let time = max(packet.time.nanoseconds, .min + 1)
        advance(to: time, ended)
        guard let slot = find(place), end(of: slot, at: time) == nil else {
            return
        }
        if heads[slot].connection != FlowHead.none {
            let direction = trackedDirection(of: place, in: slot)
            connections[heads[slot].connection].tracker.observeBadChecksum(direction: direction)
        } else if place.key.carriedProtocol == .udp {
            noteWrongDatagram(direction(of: place, in: slot), in: slot)
        }
    }

    private mutating func noteWrongDatagram(_ direction: FlowDirection, in slot: UInt32) {
        var datagrams = datagrams(of: slot)
        datagrams.observeBadChecksum(direction: direction)
        if extras[slot] == nil { extras.keep(FlowExtras(tunnel: nil, options), of: slot) }
        extras[slot]?.datagrams = datagrams
    }

    /// A conversation of datagrams so far, which follows from who sent any, and who first; but for wrong checksums.
    func datagrams(of slot: UInt32) -> DatagramTracker {
        let beganForward = heads[slot].marks.contains(.beganForward)
        var datagrams = extras[slot]?.datagrams ?? DatagramTracker(isReversed: !beganForward)
        let first: FlowDirection = beganForward ? .forward : .backward
        if hasPackets(first, in: slot) { datagrams.observe(direction: first) }
        if hasPackets(first.opposite, in: slot) { datagrams.observe(direction: first.opposite) }
        return datagrams
    }

    private func hasPackets(_ direction: FlowDirection, in slot: UInt32) -> Bool {
        guard direction == .backward else { return !heads[slot].forward.isEmpty }
        let reply = heads[slot].reply
        return reply != FlowHead.none && !replies[reply].backward.isEmpty
    }
}
