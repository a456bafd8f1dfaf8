extension TCPTracker {
    /// Notes what the flags of a segment say.
    mutating func noteFlags(_ segment: TCPSegment, _ direction: FlowDirection) {
        switch segment.controls {
        case []: noteContent(segment, direction)
        case .syn: noteSYN(segment, direction)
        case .fin: noteFIN(segment, direction)
        case .rst: noteReset(segment, direction)
        case let controls: noteOnce(controls.contains([.fin, .rst]) ? .inconsistent : .multipleFlags, direction)
        }
    }

    /// Notes a window of zero, where it means anything: not where the peer has nothing more to send, or this side is
    /// gone.
    mutating func noteZeroWindow(_ segment: TCPSegment, _ direction: FlowDirection) {
        guard !segment.flags.contains(.rst), !self[direction.opposite].state.isClosed,
            !self[direction].state.isReset
        else { return }
        note(.zeroWindow, \.zeroWindows, direction)
    }

    mutating func noteRetransmission(_ direction: FlowDirection) -> TCPEvent {
        let before = self[direction].retransmissions
        self[direction].countRetransmission()
        let count = self[direction].retransmissions
        if count > before, count.isNoted { history.append(.retransmission, direction) }
        return .retransmission
    }

    /// Counts an event, and notes it at the 1st, 10th and 100th time.
    mutating func note(
        _ event: ConnectionHistory.Event, _ count: WritableKeyPath<TCPTally, UInt8>, _ direction: FlowDirection
    ) {
        guard self[tally: direction][keyPath: count] < .max else { return }
        self[tally: direction][keyPath: count] += 1
        if self[tally: direction][keyPath: count].isNoted { history.append(event, direction) }
    }
}

extension TCPTracker {
    private mutating func noteContent(_ segment: TCPSegment, _ direction: FlowDirection) {
        let isData = segment.payloadLength > 0
        let mark = isData ? TCPEndpoint.Mark.data : .acknowledgement
        guard isData || segment.flags.contains(.ack), !self[direction].has(mark) else { return }
        self[direction].set(mark)
        history.append(isData ? .data : .acknowledgement, direction)
    }

    private mutating func noteSYN(_ segment: TCPSegment, _ direction: FlowDirection) {
        let isRepeated = history.contains(.syn, direction) || history.contains(.synAck, direction)
        // The numbering starts anew with most SYNs, so only one after the end can have another number.
        guard !isRepeated || segment.start != self[direction].first else { return }
        history.append(segment.flags.contains(.ack) ? .synAck : .syn, direction)
    }

    private mutating func noteFIN(_ segment: TCPSegment, _ direction: FlowDirection) {
        let sender = self[direction]
        let isRepeated = history.contains(.fin, direction)
        // After a RST the numbers stand still, so one FIN cannot be told from another.
        guard !isRepeated || (segment.end != sender.end && !sender.state.isReset) else { return }
        history.append(.fin, direction)
    }

    private mutating func noteReset(_ segment: TCPSegment, _ direction: FlowDirection) {
        let sender = self[direction]
        let isSame = sender.state.holdsReset && UInt32(bitPattern: sender.margin) == segment.start
        guard !isSame || !history.contains(.reset, direction) else { return }
        history.append(.reset, direction)
    }

    private mutating func noteOnce(_ event: ConnectionHistory.Event, _ direction: FlowDirection) {
        if !history.contains(event, direction) { history.append(event, direction) }
    }
}
