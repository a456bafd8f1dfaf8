@testable import Traffic

/// One connection of the reference meter, with Zeek's timers.
struct ReferenceConnection {
    enum Outcome { case taken, startsAnother }

    private var tracker: Tracker
    private var originator: ReferenceKey.End
    private var responder: ReferenceKey.End
    private let carried: IPProtocol
    private var packets = [0, 0, 0, 0]
    private var payload = [0, 0]
    private let start: Double
    private var last: Double
    private var nextCheck: Double
    private var deletion = Double.infinity

    enum Tracker {
        case tcp(TCPTracker)
        case udp(DatagramTracker)
        case icmp
    }

    init(first packet: Packet, _ key: ReferenceKey) {
        let isReversed = InitiatorEvidence(first: packet).isReversed
        let none = ReferenceKey.End(address: IPAddress(0), port: 0)
        let ends = packet.zeekEnds ?? (none, none, false)
        originator = isReversed ? ends.destination : ends.source
        responder = isReversed ? ends.source : ends.destination
        carried = key.carried
        start = packet.time.seconds
        last = start
        nextCheck = start + 5
        switch packet.transport {
        case .tcp: tracker = .tcp(TCPTracker(isReversed: isReversed))
        case .udp: tracker = .udp(DatagramTracker(isReversed: isReversed))
        default: tracker = .icmp
        }
    }

    mutating func add(_ packet: Packet, _ now: Double) -> Outcome {
        guard let network = packet.network else { return .taken }
        var direction = packet.zeekEnds?.source == originator ? FlowDirection.forward : .backward
        switch (tracker, packet.transport) {
        case (.tcp(var tcp), .tcp(let header)):
            let event = tcp.observe(header, payloadLength: packet.payloadLength ?? 0, direction: direction)
            guard event != .reopened else { return .startsAnother }
            if event.contains(.reversed) { direction = reverse(direction) }
            follow(tcp, now)
        case (.udp(var udp), _):
            udp.observe(direction: direction)
            tracker = .udp(udp)
            last = now
        default: last = now
        }
        let side = direction == .forward ? 0 : 1
        packets[2 * side] += 1
        packets[2 * side + 1] += network.headerLength + network.payloadLength
        payload[side] += packet.payloadLength ?? 0
        return .taken
    }

    private mutating func reverse(_ direction: FlowDirection) -> FlowDirection {
        swap(&originator, &responder)
        packets = Array(packets[2...] + packets[..<2])
        payload.reverse()
        return direction.opposite
    }

    /// Keeps the tracker, and the time of the last packet before both sides were closed.
    private mutating func follow(_ tcp: TCPTracker, _ now: Double) {
        let before = closeCount
        if before < 2 { last = now }
        tracker = .tcp(tcp)
        let isComplete =
            closeCount == 2 || tcp.initiator.state.isReset || tcp.responder.state.isReset
            || tcp.initiator.state == .inactive || tcp.responder.state == .inactive
        if closeCount > before, isComplete { deletion = min(deletion, last + 5) }
    }

    private var closeCount: Int {
        guard case .tcp(let tcp) = tracker else { return 0 }
        return [tcp.initiator, tcp.responder].filter { $0.state.isOver }.count
    }
}

extension ReferenceConnection {
    /// Whether one of Zeek's timers has ended the connection before the packet at `now`.
    mutating func isOver(at now: Double) -> Bool {
        guard case .tcp(let tcp) = tracker else { return now >= last + 60 }
        if now >= deletion || now >= last + inactivityTimeout(tcp) { return true }
        guard deletion == .infinity else { return false }
        if isAttempt(tcp), now >= start + 5 { return true }
        guard now >= nextCheck else { return false }
        nextCheck = now + 6
        return last + 5 < now && closeCount > 0 && isPartlyOver(tcp)
    }

    private func isAttempt(_ tcp: TCPTracker) -> Bool {
        [.synSent, .synAckSent].contains(tcp.initiator.state) && tcp.responder.state == .inactive
    }

    private func isPartlyOver(_ tcp: TCPTracker) -> Bool {
        let states = [tcp.initiator.state, tcp.responder.state]
        return closeCount == 2 || states.contains { $0.isReset || $0 == .inactive }
    }

    private func inactivityTimeout(_ tcp: TCPTracker) -> Double {
        let isShakingHands = [tcp.initiator.state, tcp.responder.state].allSatisfy {
            [.inactive, .synSent, .synAckSent].contains($0)
        }
        if isShakingHands { return 60 }
        return [21, 22, 23, 513].contains(responder.port) && tcp.responder.state == .established ? 3600 : 300
    }
}

extension ReferenceConnection {
    /// The connection as a line of the log.
    var logged: ZeekConnection {
        var line = ZeekConnection(ends: ends, state: "OTH", history: "", packets: packets, payload: payload)
        switch tracker {
        case .tcp(let tcp):
            line.state = tcp.state.rawValue
            line.history = tcp.history.description
            line.payload = [tcp.streamLength(.forward), tcp.streamLength(.backward)]
        case .udp(let udp):
            line.state = udp.state.rawValue
            line.history = udp.history.description
        case .icmp: break
        }
        return line
    }

    private var ends: String {
        let name = carried == .tcp ? "tcp" : carried == .udp ? "udp" : "icmp"
        return "\(name) \(originator.address) \(originator.port) \(responder.address) \(responder.port)"
    }
}
