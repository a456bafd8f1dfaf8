/// Why the sender of a flow's first packet is held to be its initiator, or not.
///
/// The first packet *captured* need not be the first that was sent, so its ports and flags are asked too. The rules are
/// those of Zeek (`WantConnection` of its TCP and UDP analyzers), with one more: an address of many hosts, broadcast or
/// multicast, never initiates anything.
package enum InitiatorEvidence: Hashable, Sendable {
    /// It sent first, and nothing speaks against it.
    case sentFirst
    /// It sent a SYN.
    case sentSYN
    /// It does *not* initiate: its port is a server's, the receiver's is not.
    case sendsFromServerPort
    /// It does *not* initiate: both ports are a server's, and its own is the lower.
    case sendsFromLowerServerPort

    /// Whether the roles are the other way round than the order of the packets: Zeek's `^`.
    package var isReversed: Bool { self == .sendsFromServerPort || self == .sendsFromLowerServerPort }
}

extension InitiatorEvidence {
    /// What the first packet of a flow tells.
    ///
    /// A SYN+ACK does not prove that its sender responds, as there are scans of SYN+ACK; where its ports tell nothing,
    /// ``TCPTracker`` waits for the packets that follow.
    package init(first packet: Packet) {
        guard let network = packet.network, let ports = packet.ports, !network.destination.isGroup else {
            self = .sentFirst
            return
        }
        switch packet.transport {
        case .tcp(let header): self.init(ports, header.flags)
        case .udp: self.init(ports)
        default: self = .sentFirst
        }
    }

    private init(_ ports: Ports, _ flags: TCPFlags) {
        guard !flags.contains(.syn) || flags.contains(.ack) else {
            self = .sentSYN
            return
        }
        switch (ServerPorts.tcp(ports.source), ServerPorts.tcp(ports.destination)) {
        case (true, false): self = .sendsFromServerPort
        case (true, true) where !flags.contains(.syn) && ports.source < ports.destination:
            self = .sendsFromLowerServerPort
        default: self = .sentFirst
        }
    }

    private init(_ ports: Ports) {
        let isReply = ServerPorts.udp(ports.source) && !ServerPorts.udp(ports.destination)
        self = isReply ? .sendsFromServerPort : .sentFirst
    }
}

extension IPAddress {
    /// Whether many hosts may be meant: 255.255.255.255, 224.0.0.0/4 (RFC 5771) or ff00::/8 (RFC 4291).
    fileprivate var isGroup: Bool {
        version == .four ? low >> 28 == 0xe || low == 0xffff_ffff : high >> 56 == 0xff
    }
}
