extension TCPTracker {
    /// Takes a segment into account that may change more than a number.
    ///
    /// The order of the steps decides on the order of the letters, and is Zeek's.
    @inline(never)
    mutating func examine(_ segment: TCPSegment, _ sentIn: FlowDirection) -> TCPEvent {
        if segment.flags.contains(.syn), reopens(segment) { return .reopened }
        let wasClosed = isClosed
        let wasReset = self[sentIn].state.isReset
        let isBeginning = self[sentIn].begin(with: segment)
        var events = exchangeAfterLateHandshake(segment) ? TCPEvent.reversed : []
        var direction = events.isEmpty ? sentIn : sentIn.opposite
        noteFlags(segment, direction)
        if segment.hasZeroWindow { noteZeroWindow(segment, direction) }
        if takeNumbers(segment, direction), !isBeginning { events.insert(noteRetransmission(direction)) }
        if advanceState(segment, sentIn, direction) {
            events.insert(.reversed)
            direction = direction.opposite
        }
        if takeAcknowledgement(segment, direction.opposite) { events.insert(.gap) }
        if isClosed, !wasClosed { events.insert(.closed) }
        if self[direction].state.isReset, !wasReset { events.insert(.reset) }
        return events
    }

    /// Whether a SYN cannot belong to this connection but to the next.
    ///
    /// That is so after either side has ended, and where the sequence number is not the one the connection began with.
    private func reopens(_ segment: TCPSegment) -> Bool {
        guard initiator.state != .inactive || responder.state != .inactive else { return false }
        let isReply = segment.flags.contains(.ack)
        // The reply to a SYN that was seen is never a beginning.
        if isReply, initiator.state != .inactive { return false }
        if initiator.state.isOver || responder.state.isOver { return true }
        if segment.start == (isReply ? responder : initiator).first { return false }
        // A SYN behind its own SYN+ACK, as captures from two interfaces have it.
        let isOvertaken = !isReply && initiator.state == .synAckSent && responder.state == .inactive
        return !(isOvertaken && segment.start == responder.first)
    }

    /// After a lone SYN+ACK its sender is held to be the initiator, as in a scan by SYN+ACK. Traffic that follows it
    /// tells that the SYN was missed, and that the roles are the other way round.
    private mutating func exchangeAfterLateHandshake(_ segment: TCPSegment) -> Bool {
        guard initiator.state == .synAckSent, segment.controls.isEmpty,
            segment.payloadLength > 0 || segment.flags.contains(.ack), history.isOnly(.synAck, .forward)
        else { return false }
        reverse()
        history = ConnectionHistory()
        history.append(.reversal, .forward)
        history.append(.synAck, .backward)
        return true
    }

    private mutating func takeNumbers(_ segment: TCPSegment, _ direction: FlowDirection) -> Bool {
        if segment.flags.contains(.fin) { self[direction].set(.fin) }
        return self[direction].take(segment)
    }

    /// - Returns: whether the segment acknowledged what was not seen, on a connection seen from its beginning.
    private mutating func takeAcknowledgement(_ segment: TCPSegment, _ receiver: FlowDirection) -> Bool {
        guard segment.flags.contains(.ack) else { return false }
        if self[receiver].state == .inactive {
            self[receiver].begin(before: segment.acknowledgement)
            return false
        }
        // The numbers in a RST are not to be relied on.
        guard !segment.flags.contains(.rst) else { return false }
        let gaps = self[receiver].takeAcknowledgement(segment.acknowledgement)
        guard gaps > 0, initiator.state.isClean, responder.state.isClean else { return false }
        for _ in 0..<gaps { note(.gap, \.gaps, receiver) }
        return true
    }
}
