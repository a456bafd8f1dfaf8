/// A field of packets and flows whose spread tells of scans, floods and the like.
public enum TrafficField: String, Hashable, Sendable, CaseIterable {
    /// The sender's port.
    case sourcePort = "src-port"
    /// The receiver's port.
    case destinationPort = "dst-port"
    /// The sender's address.
    case sourceAddress = "src-ip"
    /// The receiver's address.
    case destinationAddress = "dst-ip"
    /// The length of the frame on the link, in bytes.
    case length = "length"
    /// The number of the protocol that IP carries.
    case carriedProtocol = "protocol"
    /// The control bits of TCP, taken together.
    case tcpFlags = "tcp-flags"
    /// The time to live of IPv4, the hop limit of IPv6.
    case hopLimit = "ttl"
}

/// What a field was seen to be.
public enum FieldObservation: Hashable, Sendable {
    /// A number: a port, a length, a protocol.
    case number(Int)
    /// A host's address.
    case address(IPAddress)
    /// What two fields were seen to be together.
    indirect case pair(FieldObservation, FieldObservation)
}

extension TrafficField {
    /// What the field is in a packet; nil where the packet has no such field.
    public func observation(in packet: Packet) -> FieldObservation? {
        switch self {
        case .sourcePort: packet.sourcePort.map { .number(Int($0)) }
        case .destinationPort: packet.destinationPort.map { .number(Int($0)) }
        case .sourceAddress: packet.source.map(FieldObservation.address)
        case .destinationAddress: packet.destination.map(FieldObservation.address)
        case .length: .number(packet.originalLength)
        case .carriedProtocol: packet.carriedProtocol.map { .number(Int($0.rawValue)) }
        case .tcpFlags: packet.tcpFlags.map { .number(Int($0.rawValue)) }
        case .hopLimit: packet.network.map { .number(Int($0.hopLimit)) }
        }
    }

    /// What the field is in a flow: the initiator is the sender, and the length that of all frames both ways; nil where
    /// the flow has no such field, as none has flags or a hop limit of its own.
    public func observation(in flow: Flow) -> FieldObservation? {
        switch self {
        case .sourcePort: flow.hasPorts ? .number(Int(flow.initiator.port)) : nil
        case .destinationPort: flow.hasPorts ? .number(Int(flow.responder.port)) : nil
        case .sourceAddress: .address(flow.initiator.address)
        case .destinationAddress: .address(flow.responder.address)
        case .length: .number(flow.both.linkBytes)
        case .carriedProtocol: .number(Int(flow.carriedProtocol.rawValue))
        case .tcpFlags, .hopLimit: nil
        }
    }

    /// Whether flows have the field.
    public var isOfFlows: Bool { self != .tcpFlags && self != .hopLimit }

    /// How many values the field can have, whatever the network; nil for addresses, of which a network has its own
    /// number, and for lengths, whose limit is that of the link.
    public var alphabet: Int? {
        switch self {
        case .sourcePort, .destinationPort: 1 << 16
        case .carriedProtocol, .tcpFlags, .hopLimit: 1 << 8
        case .sourceAddress, .destinationAddress, .length: nil
        }
    }
}

extension Flow {
    /// Whether its ports are some: fragments without the first one have none, though their protocol has.
    fileprivate var hasPorts: Bool {
        switch carriedProtocol {
        case .tcp, .udp, .udpLite, .sctp, .dccp: initiator.port != 0 || responder.port != 0
        default: false
        }
    }
}
