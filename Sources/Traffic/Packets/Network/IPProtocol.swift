/// What an IP header says it carries: a number of the IANA protocol registry.
public struct IPProtocol: RawRepresentable, Hashable, Sendable {
    /// The assigned number.
    public let rawValue: UInt8

    /// The protocol of an assigned number.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Internet Control Message Protocol, RFC 792.
    public static let icmp = IPProtocol(rawValue: 1)
    /// Internet Group Management Protocol, RFC 9776.
    public static let igmp = IPProtocol(rawValue: 2)
    /// IPv4 in a tunnel, RFC 2003.
    public static let ipv4 = IPProtocol(rawValue: 4)
    /// Transmission Control Protocol, RFC 9293.
    public static let tcp = IPProtocol(rawValue: 6)
    /// User Datagram Protocol, RFC 768.
    public static let udp = IPProtocol(rawValue: 17)
    /// Datagram Congestion Control Protocol, RFC 4340.
    public static let dccp = IPProtocol(rawValue: 33)
    /// IPv6 in a tunnel, RFC 2473 and RFC 4213.
    public static let ipv6 = IPProtocol(rawValue: 41)
    /// Generic Routing Encapsulation, RFC 2784.
    public static let gre = IPProtocol(rawValue: 47)
    /// Encapsulating Security Payload, RFC 4303: what follows is encrypted.
    public static let esp = IPProtocol(rawValue: 50)
    /// Authentication Header, RFC 4302.
    public static let ah = IPProtocol(rawValue: 51)
    /// ICMP for IPv6, RFC 4443.
    public static let icmpv6 = IPProtocol(rawValue: 58)
    /// Nothing follows the IPv6 headers, RFC 8200 section 4.7.
    public static let nothing = IPProtocol(rawValue: 59)
    /// Stream Control Transmission Protocol, RFC 9260.
    public static let sctp = IPProtocol(rawValue: 132)
    /// UDP-Lite, RFC 3828.
    public static let udpLite = IPProtocol(rawValue: 136)
}

extension IPProtocol: CustomStringConvertible {
    /// The usual name in capitals, or the number.
    public var description: String {
        switch self {
        case .icmp: "ICMP"
        case .igmp: "IGMP"
        case .ipv4: "IPv4"
        case .tcp: "TCP"
        case .udp: "UDP"
        case .dccp: "DCCP"
        case .ipv6: "IPv6"
        case .gre: "GRE"
        case .esp: "ESP"
        case .ah: "AH"
        case .icmpv6: "ICMPv6"
        case .nothing: "no next header"
        case .sctp: "SCTP"
        case .udpLite: "UDP-Lite"
        default: "IP protocol \(rawValue)"
        }
    }
}

extension IPProtocol: Comparable {
    /// By number.
    public static func < (left: IPProtocol, right: IPProtocol) -> Bool { left.rawValue < right.rawValue }
}
