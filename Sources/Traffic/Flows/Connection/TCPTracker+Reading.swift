extension TCPTracker {
    /// How the connection went, so far.
    package var state: ConnectionState {
        let (ours, theirs) = (initiator.state, responder.state)
        if theirs.isReset { return stateAfterResponderReset }
        if ours.isReset { return stateAfterInitiatorReset }
        if ours.isClosed {
            return theirs.isClosed ? .finished : theirs.isUnopened ? .halfByInitiator : .closingByInitiator
        }
        if theirs.isClosed { return ours.isUnopened ? .halfByResponder : .closingByResponder }
        switch (ours, theirs) {
        case (.synSent, .inactive): return .attempted
        case (.established, .established): return .established
        default: return .other
        }
    }

    /// Whether a FIN was seen of both sides.
    package var isClosed: Bool { initiator.state.isClosed && responder.state.isClosed }

    /// How many bytes of payload were sent in `direction`, by the sequence numbers: Zeek's `orig_bytes`, `resp_bytes`.
    ///
    /// Bytes sent twice count once, and bytes that were acknowledged count though they were not captured. So this is
    /// what the application sent, where the payload of the packets is what the network carried. Modulo 1 TiB.
    package func streamLength(_ direction: FlowDirection) -> Int {
        let sender = self[direction]
        // Such a RST takes its number from the peer's mistake, and no payload can have been sent.
        let isMistaken = sender.state.isReset && sender.has(.mistaken) && self[direction.opposite].state == .inactive
        return isMistaken ? 0 : sender.streamLength
    }

    /// How many segments in `direction` carried payload and nothing new: sent again, or late. At most 65 535.
    package func retransmissions(_ direction: FlowDirection) -> Int { Int(self[direction].retransmissions) }

    private var stateAfterResponderReset: ConnectionState {
        switch initiator.state {
        case .synSent, .synAckSent: return .rejected
        case let state where state.isReset && streamLength(.forward) == 0 && streamLength(.backward) == 0:
            return .rejected
        case let state: return state.isUnopened ? .abortedHalf : .abortedByResponder
        }
    }

    private var stateAfterInitiatorReset: ConnectionState {
        guard responder.state.isUnopened else { return .abortedByInitiator }
        return history.isAbortedAttempt ? .abortedAttempt : .other
    }
}
