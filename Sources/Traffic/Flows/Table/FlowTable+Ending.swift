extension FlowTable {
    /// How many ticks after its last packet a flow is looked at: the time-out has passed by then for certain; nil where
    /// there is none.
    var lookAgainDelay: UInt32? {
        (options.idleTimeout ?? options.activeTimeout).map { clock.ticks(in: $0) + 1 }
    }

    /// Goes on to a moment, and ends the flows that have been silent for too long by then.
    @inline(__always)
    mutating func advance(to time: Int64, _ ended: (Flow) -> Void) {
        tick = clock.advance(to: time)
        if wheel.isBefore(tick) { expire(ended) }
    }

    /// Ends every flow, the longest silent first.
    mutating func finish(_ ended: (Flow) -> Void) {
        while let slot = wheel.nextDue() { remove(slot, .endOfCapture, ended) }
    }

    /// Ends the flow that has been silent the longest.
    ///
    /// A flow that had a packet since it was filed gets a second chance (the clock algorithm of page replacement), so a
    /// flood of new flows drives out itself.
    mutating func evict(_ ended: (Flow) -> Void) {
        while let slot = wheel.nextDue() {
            guard heads[slot].marks.contains(.isTouched) else { return remove(slot, .evicted, ended) }
            refile(slot)
        }
    }

    /// Why a flow that waits for packets under way ends.
    func closingReason(of slot: UInt32) -> FlowEnd { heads[slot].marks.contains(.isReset) ? .reset : .finished }

    /// The time of a flow's first packet in either direction.
    @inline(__always)
    func firstTime(of slot: UInt32) -> Int64 {
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
    private mutating func expire(_ ended: (Flow) -> Void) {
        while let bucket = wheel.step(towards: tick) {
            let newest = wheel.newest(in: bucket)
            while let slot = wheel.oldest(in: bucket) {
                lookAt(slot, ended)
                if slot == newest { break }
            }
        }
    }

    private mutating func lookAt(_ slot: UInt32, _ ended: (Flow) -> Void) {
        let silence = tick &- heads[slot].lastTick
        if heads[slot].marks.isClosing, let delay = closingDelay, silence >= delay {
            remove(slot, .finished, ended)
        } else if let idle = options.idleTimeout, silence > clock.ticks(in: idle) {
            remove(slot, .idle, ended)
        } else if let active = options.activeTimeout, silence > clock.ticks(in: active) {
            remove(slot, .active, ended)
        } else {
            refile(slot)
        }
    }

    /// Files a flow anew, by its last packet.
    mutating func refile(_ slot: UInt32) {
        wheel.remove(slot, in: &heads)
        heads[slot].marks.remove(.isTouched)
        let timeout = heads[slot].marks.isClosing ? closingDelay : lookAgainDelay
        let silence = tick &- heads[slot].lastTick
        wheel.file(slot, delay: timeout.map { $0 > silence ? $0 - silence : 1 }, in: &heads)
    }

    private var closingDelay: UInt32? { options.linger.map { clock.ticks(in: $0) + 1 } ?? lookAgainDelay }

    private mutating func remove(_ slot: UInt32, _ end: FlowEnd, _ ended: (Flow) -> Void) {
        handOut(slot, end, ended)
        wheel.remove(slot, in: &heads)
        index.remove(slot, hash: key(of: slot).hash(seed: options.hashSeed))
        giveBackParts(of: slot)
        if heads[slot].version == .six { addresses.remove(UInt32(truncatingIfNeeded: heads[slot].addresses)) }
        heads.remove(slot)
    }

    /// A connection that was over already ended by that, whatever made it come out now.
    mutating func handOut(_ slot: UInt32, _ reason: FlowEnd, _ ended: (Flow) -> Void) {
        let end = heads[slot].marks.isClosing ? closingReason(of: slot) : reason
        ends[end, default: 0] += 1
        ended(flow(slot, end))
    }

    /// Gives back what a flow holds besides its head.
    mutating func giveBackParts(of slot: UInt32) {
        if heads[slot].reply != FlowHead.none { replies.remove(heads[slot].reply) }
        if heads[slot].connection != FlowHead.none { connections.remove(heads[slot].connection) }
        if heads[slot].marks.contains(.hasTotals) { totals.removeValue(forKey: slot) }
        extras.remove(slot)
        heads[slot].reply = FlowHead.none
        heads[slot].connection = FlowHead.none
    }
}
