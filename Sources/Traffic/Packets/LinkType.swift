/// The kind of link a packet was captured on, which says how its first bytes are to be read.
///
/// The numbers are those libpcap gives a program (`DLT_…`), which for the kinds read here mostly equal those in files.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// libpcap's number.
    public let rawValue: Int32

    /// The link type of one of libpcap's numbers.
    public init(rawValue: Int32) {
        self.rawValue = rawValue
    }

    /// BSD loopback: the address family in the capturing machine's byte order.
    public static let null = LinkType(rawValue: 0)
    /// Ethernet II and IEEE 802.3.
    public static let ethernet = LinkType(rawValue: 1)
    /// The Point-to-Point Protocol.
    public static let ppp = LinkType(rawValue: 9)
    /// Raw IP of either version, as libpcap numbers it on Linux.
    public static let raw = LinkType(rawValue: 12)
    /// Raw IP of either version, as libpcap numbers it on OpenBSD.
    public static let rawOpenBSD = LinkType(rawValue: 14)
    /// Raw IP of either version, as files number it.
    public static let rawInFiles = LinkType(rawValue: 101)
    /// OpenBSD loopback: the address family in network byte order.
    public static let loop = LinkType(rawValue: 108)
    /// Linux "cooked" capture, version 1.
    public static let linuxCooked = LinkType(rawValue: 113)
    /// Raw IPv4.
    public static let ipv4 = LinkType(rawValue: 228)
    /// Raw IPv6.
    public static let ipv6 = LinkType(rawValue: 229)
    /// Linux "cooked" capture, version 2.
    public static let linuxCooked2 = LinkType(rawValue: 276)

    /// Every link type whose packets can be decoded.
    public static let supported: [LinkType] = [
        .null, .ethernet, .ppp, .raw, .rawOpenBSD, .rawInFiles, .loop, .linuxCooked, .ipv4, .ipv6, .linuxCooked2,
    ]

    /// Whether packets of this link can be decoded.
    public var isSupported: Bool { Self.supported.contains(self) }
}
