extension TCPTracker {
    /// Moves the states of both sides on.
    /// - Parameters:
    ///   - segment: what was sent.
    ///   - sentIn: the direction before any exchange of roles by this segment.
    ///   - direction: the direction after it.
    /// - Returns: whether the roles were exchanged here.
    mutating func advanceState(
        _ segment: TCPSegment, _ sentIn: FlowDirection, _ direction: FlowDirection
    ) -> Bool {
        // Once a side was seen, only these flags change its state.
        guard !segment.controls.isEmpty || self[direction].state == .inactive else { return false }
        let isOvertaken = Self.isOvertaken(segment, sentIn, initiator, responder)
        if direction == .forward {
            Self.advance(&initiator, &responder, segment, sentIn, isOvertaken: isOvertaken)
        } else {
            Self.advance(&responder, &initiator, segment, sentIn, isOvertaken: isOvertaken)
        }
        if isOvertaken {
            reverse()
            history.append(.reversal, direction)
        }
        return isOvertaken
    }

    private static func advance(
        _ sender: inout TCPEndpoint, _ receiver: inout TCPEndpoint, _ segment: TCPSegment,
        _ direction: FlowDirection, isOvertaken: Bool
    ) {
        switch sender.state {
        case .inactive: wake(&sender, &receiver, segment, direction, isOvertaken: isOvertaken)
        case .synSent, .synAckSent: endAttempt(&sender, segment)
        case .established, .partial: endOpen(&sender, &receiver, segment)
        case .closed, .closedPartially, .closedThenReset: endClosed(&sender, receiver, segment)
        case .reset, .resetAtOnce, .closedByReset: repeatReset(&sender, segment)
        }
    }

    /// Whether a SYN was captured after the SYN+ACK that answers it.
    private static func isOvertaken(
        _ segment: TCPSegment, _ direction: FlowDirection, _ initiator: TCPEndpoint, _ responder: TCPEndpoint
    ) -> Bool {
        direction == .backward && segment.flags.contains(.syn) && !segment.flags.contains(.ack)
            && responder.state == .inactive && initiator.state == .synAckSent
    }

    /// The first segment of a side.
    private static func wake(
        _ sender: inout TCPEndpoint, _ receiver: inout TCPEndpoint, _ segment: TCPSegment,
        _ direction: FlowDirection, isOvertaken: Bool
    ) {
        if segment.flags.contains(.syn) {
            open(&sender, &receiver, segment, direction, isOvertaken: isOvertaken)
        }
        if segment.flags.contains(.fin) { close(&sender) }
        if segment.flags.contains(.rst) { abort(&sender, segment) }
        if sender.state == .inactive { join(&sender, receiver, segment, direction) }
    }

    private static func open(
        _ sender: inout TCPEndpoint, _ receiver: inout TCPEndpoint, _ segment: TCPSegment,
        _ direction: FlowDirection, isOvertaken: Bool
    ) {
        guard direction == .backward else {
            sender.state = segment.flags.contains(.ack) ? .synAckSent : .synSent
            return
        }
        if receiver.state == .synSent || isOvertaken { receiver.state = .established }
        sender.state = .established
    }

    /// A side is first seen by a segment without SYN, FIN and RST.
    private static func join(
        _ sender: inout TCPEndpoint, _ receiver: TCPEndpoint, _ segment: TCPSegment, _ direction: FlowDirection
    ) {
        // Some acknowledge a SYN before they send their own; that makes the connection no less complete.
        if direction == .backward, segment.payloadLength == 0, receiver.state == .synSent { return }
        // With the SYN+ACK seen, only the SYN was missed.
        let isAnswer = segment.flags.contains(.ack) && receiver.state == .established
        sender.state = isAnswer ? .established : .partial
    }

    private static func endAttempt(_ sender: inout TCPEndpoint, _ segment: TCPSegment) {
        if segment.flags.contains(.fin) { close(&sender) }
        if segment.flags.contains(.rst) { abort(&sender, segment) }
    }

    private static func endOpen(
        _ sender: inout TCPEndpoint, _ receiver: inout TCPEndpoint, _ segment: TCPSegment
    ) {
        let isLateSYN = segment.flags.contains(.syn) && !segment.flags.contains(.ack)
        if isLateSYN, sender.state == .partial, receiver.state == .inactive { sender.state = .synSent }
        if segment.flags.contains(.rst) {
            abort(&sender, segment)
        } else if segment.flags.contains(.fin) {
            close(&sender)
            // The peer's FIN and then RST were a regular end after all.
            if receiver.state == .closedByReset { receiver.state = .closedThenReset }
        }
    }

    /// A RST after FIN is an abort only as long as the peer has not sent its FIN.
    private static func endClosed(_ sender: inout TCPEndpoint, _ receiver: TCPEndpoint, _ segment: TCPSegment) {
        guard segment.flags.contains(.rst) else { return }
        sender.remember(reset: segment.start)
        sender.state = receiver.state.isClosed ? .closedThenReset : .closedByReset
    }

    private static func repeatReset(_ sender: inout TCPEndpoint, _ segment: TCPSegment) {
        if segment.flags.contains(.rst) { sender.remember(reset: segment.start) }
    }

    private static func close(_ sender: inout TCPEndpoint) {
        sender.state = sender.state == .established ? .closed : .closedPartially
    }

    private static func abort(_ sender: inout TCPEndpoint, _ segment: TCPSegment) {
        sender.remember(reset: segment.start)
        switch sender.state {
        case .inactive: sender.state = .resetAtOnce
        case .closed, .closedPartially: sender.state = .closedByReset
        default: sender.state = .reset
        }
    }
}
