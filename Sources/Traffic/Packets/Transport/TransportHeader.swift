/// The header of the protocol that IP carries.
public enum TransportHeader: Hashable, Sendable {
    /// A segment of the Transmission Control Protocol.
    case tcp(TCPHeader)
    /// A datagram of the User Datagram Protocol, or of UDP-Lite.
    case udp
    /// A control message, of either version of ICMP.
    case icmp(ICMPHeader)
    /// A group membership message.
    case igmp(IGMPHeader)
    /// A packet of the Stream Control Transmission Protocol.
    case sctp(SCTPHeader)
    /// A packet of the Datagram Congestion Control Protocol.
    case dccp(DCCPHeader)

    /// The header's length in bytes.
    public var length: Int {
        switch self {
        case .tcp(let header): header.length
        case .udp: UDP.headerLength
        case .icmp: ICMP.headerLength
        case .igmp: IGMP.headerLength
        case .sctp: SCTP.headerLength
        case .dccp(let header): header.length
        }
    }
}
