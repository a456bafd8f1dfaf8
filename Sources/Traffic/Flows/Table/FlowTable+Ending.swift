extension FlowTable {
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
        if heads[slot].marks.isClosing, let delay = limits.lookAgainClosing, silence >= delay {
            remove(slot, closingReason(of: slot), ended)
        } else if let idle = limits.idleTicks, silence > idle {
            remove(slot, .idle, ended)
        } else if let active = limits.activeTicks, silence > active {
            remove(slot, .active, ended)
        } else {
            refile(slot)
        }
    }

    /// Files a flow anew, by its last packet.
    mutating func refile(_ slot: UInt32) {
        wheel.remove(slot, in: &heads)
        heads[slot].marks.remove(.isTouched)
        let timeout = heads[slot].marks.isClosing ? limits.lookAgainClosing : limits.lookAgain
        let silence = tick &- heads[slot].lastTick
        wheel.file(slot, delay: timeout.map { $0 > silence ? $0 - silence : 1 }, in: &heads)
    }

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
