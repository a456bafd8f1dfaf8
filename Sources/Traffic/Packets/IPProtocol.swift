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
    /// Transmission Control Protocol, RFC 9293.
    public static let tcp = IPProtocol(rawValue: 6)
    /// User Datagram Protocol, RFC 768.
    public static let udp = IPProtocol(rawValue: 17)
    /// ICMP for IPv6, RFC 4443.
    public static let icmpv6 = IPProtocol(rawValue: 58)
}

extension IPProtocol: CustomStringConvertible {
    /// The usual name in capitals, or the number.
    public var description: String {
        switch self {
        case .icmp: "ICMP"
        case .tcp: "TCP"
        case .udp: "UDP"
        case .icmpv6: "ICMPv6"
        default: "IP protocol \(rawValue)"
        }
    }
}

extension IPProtocol: Comparable {
    /// By number.
    public static func < (left: IPProtocol, right: IPProtocol) -> Bool { left.rawValue < right.rawValue }
}
