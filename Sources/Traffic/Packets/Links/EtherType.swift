/// What a frame carries: a number of the IEEE EtherType registry.
public struct EtherType: RawRepresentable, Hashable, Sendable {
    /// The assigned number.
    public let rawValue: UInt16

    /// The type of an assigned number.
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Internet Protocol version 4.
    public static let ipv4 = EtherType(rawValue: 0x0800)
    /// Address Resolution Protocol.
    public static let arp = EtherType(rawValue: 0x0806)
    /// Internet Protocol version 6.
    public static let ipv6 = EtherType(rawValue: 0x86dd)
    /// A customer VLAN tag, IEEE 802.1Q.
    public static let vlan = EtherType(rawValue: 0x8100)
    /// A service VLAN tag, IEEE 802.1ad.
    public static let serviceVLAN = EtherType(rawValue: 0x88a8)
    /// The service VLAN tag in use before IEEE 802.1ad.
    public static let oldServiceVLAN = EtherType(rawValue: 0x9100)
    /// Multiprotocol Label Switching.
    public static let mpls = EtherType(rawValue: 0x8847)
    /// Multiprotocol Label Switching to several receivers.
    public static let mplsMulticast = EtherType(rawValue: 0x8848)
    /// A session of PPP over Ethernet.
    public static let pppoeSession = EtherType(rawValue: 0x8864)
    /// Frames sent through Generic Routing Encapsulation ("transparent Ethernet bridging").
    public static let bridgedEthernet = EtherType(rawValue: 0x6558)
    /// PPP in Generic Routing Encapsulation, RFC 2637.
    public static let ppp = EtherType(rawValue: 0x880b)

    /// Smaller numbers in a type field are lengths of IEEE 802.3 frames.
    var isType: Bool { rawValue >= 0x0600 }

    /// Whether a VLAN tag follows rather than what the frame carries.
    var isVLANTag: Bool { self == .vlan || self == .serviceVLAN || self == .oldServiceVLAN }
}
