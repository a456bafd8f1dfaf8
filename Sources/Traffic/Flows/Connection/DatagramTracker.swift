/// Follows one conversation of UDP, or of another protocol of datagrams, as Zeek does. Twelve bytes.
package struct DatagramTracker: BitwiseCopyable, Hashable, Sendable {
    /// What happened: `D` and `d` for the first datagram each way, `c` for wrong checksums, `^` for exchanged roles.
    package private(set) var history = ConnectionHistory()
    private var badChecksumsForward: UInt8 = 0
    private var badChecksumsBackward: UInt8 = 0

    /// A conversation of which nothing was seen.
    /// - Parameter isReversed: whether the sender of the first packet is held to be the responder.
    package init(isReversed: Bool = false) {
        if isReversed { history.append(.reversal, .forward) }
    }

    /// Takes a datagram into account. Its checksum is held to be right.
    package mutating func observe(direction: FlowDirection) {
        if !history.contains(.data, direction) { history.append(.data, direction) }
    }

    /// Takes a datagram into account of which nothing can be believed, as its checksum is wrong.
    package mutating func observeBadChecksum(direction: FlowDirection) {
        let isForward = direction == .forward
        let count = isForward ? badChecksumsForward : badChecksumsBackward
        guard count < .max else { return }
        if isForward { badChecksumsForward += 1 } else { badChecksumsBackward += 1 }
        if (count + 1).isNoted { history.append(.badChecksum, direction) }
    }

    /// How the conversation went, so far.
    package var state: ConnectionState {
        ConnectionState(
            datagramsForward: history.contains(.data, .forward), backward: history.contains(.data, .backward))
    }
}
