/// Follows one TCP connection packet by packet, as Zeek does: its state, its history, and the length of both streams.
///
/// A value of 48 bytes without memory of its own, so a table can hold millions and copy them as plain bytes. Numbers
/// that would need more are bounded:
///
/// - stream lengths are counted modulo 1 TiB;
/// - retransmissions are counted to 65 535 a side, other repeated events to 255, so `t` is noted at the 1st, 10th,
///   100th, 1000th and 10 000th time, `c`, `g` and `w` up to the 100th;
/// - the history keeps sixteen letters;
/// - one hole in each stream is remembered; a second that opens before the first is filled or acknowledged goes
///   unnoticed, so `g` can be noted too seldom, on lossy captures, but not without a cause.
///
/// It differs from Zeek (9.1, `TCPSessionAdapter.cc` and `TCP_Endpoint.cc`) on purpose in four points: payload in a
/// SYN is not taken for a retransmission; after roles are exchanged each side keeps its own record of the letters seen;
/// gaps are found by sequence numbers alone, even where Zeek would have stopped reassembling; and where a SYN was
/// answered twice with different numbers, those that the peer acknowledged count.
package struct TCPTracker: BitwiseCopyable, Hashable, Sendable {
    var initiator = TCPEndpoint()
    var responder = TCPEndpoint()
    /// What happened, a letter an event.
    package internal(set) var history = ConnectionHistory()
    var initiatorTally = TCPTally()
    var responderTally = TCPTally()

    /// A connection of which nothing was seen.
    /// - Parameter isReversed: whether the sender of the first packet is held to be the responder.
    package init(isReversed: Bool = false) {
        if isReversed { history.append(.reversal, .forward) }
    }
}

extension TCPTracker {
    /// Takes a segment into account.
    ///
    /// - Parameters:
    ///   - header: what its header says.
    ///   - payloadLength: its bytes of payload, as its headers have it, captured or not.
    ///   - direction: who sent it.
    /// - Returns: what the segment meant beyond being another packet; most often nothing.
    /// - Complexity: O(1); a few nanoseconds for data and acknowledgements in order.
    @inline(__always)
    package mutating func observe(
        _ header: TCPHeader, payloadLength: Int, direction: FlowDirection
    ) -> TCPEvent {
        let segment = TCPSegment(header, payloadLength: payloadLength)
        let isUnremarkable =
            direction == .forward
            ? Self.passes(segment, from: &initiator, to: responder)
            : Self.passes(segment, from: &responder, to: initiator)
        return isUnremarkable ? [] : examine(segment, direction)
    }

    /// Takes a segment into account of which nothing can be believed, as its checksum is wrong: Zeek's `c`.
    package mutating func observeBadChecksum(direction: FlowDirection) {
        note(.badChecksum, \.badChecksums, direction)
    }

    /// Passes a segment in order whose like was noted before: the common case, which changes one number.
    /// - Returns: whether it was that.
    @inline(__always)
    private static func passes(
        _ segment: TCPSegment, from sender: inout TCPEndpoint, to receiver: TCPEndpoint
    ) -> Bool {
        let mark: TCPEndpoint.Mark = segment.payloadLength > 0 ? .data : .acknowledgement
        guard segment.flags.intersection([.syn, .fin, .rst, .ack]) == .ack, !segment.hasZeroWindow,
            sender.has(mark), sender.isInOrder, segment.start == sender.end,
            receiver.isInOrder, receiver.holds(acknowledgement: segment.acknowledgement)
        else { return false }
        sender.extend(by: segment.payloadLength)
        return true
    }
}

extension TCPTracker {
    /// The side that sends in `direction`.
    ///
    /// Changed in place: to copy sixteen bytes out and back for one of them would cost more than all the rest.
    subscript(direction: FlowDirection) -> TCPEndpoint {
        @inline(__always) get { direction == .forward ? initiator : responder }
        @inline(__always) _modify {
            if direction == .forward { yield &initiator } else { yield &responder }
        }
    }

    subscript(tally direction: FlowDirection) -> TCPTally {
        @inline(__always) get { direction == .forward ? initiatorTally : responderTally }
        @inline(__always) _modify {
            if direction == .forward { yield &initiatorTally } else { yield &responderTally }
        }
    }

    /// Exchanges initiator and responder.
    mutating func reverse() {
        swap(&initiator, &responder)
        swap(&initiatorTally, &responderTally)
    }
}
