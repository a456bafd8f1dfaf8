/// The kind of link a packet was captured on, which says how its first bytes are to be read.
///
/// Programs get libpcap's numbers (`DLT_…`), files hold those of the registry (`LINKTYPE_…`). Where the two differ,
/// both are known here, so a number may come from either side.
public struct LinkType: RawRepresentable, Hashable, Sendable {
    /// The number, libpcap's or the registry's.
    public let rawValue: Int32

    /// The link type of a number.
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
    /// The Point-to-Point Protocol in frames like HDLC's, RFC 1662, or Cisco's HDLC in its place.
    public static let pppSerial = LinkType(rawValue: 50)
    /// PPP over Ethernet from the session's header on, RFC 2516.
    public static let pppOverEthernet = LinkType(rawValue: 51)
    /// Raw IP of either version, as files number it.
    public static let rawInFiles = LinkType(rawValue: 101)
    /// Cisco's HDLC.
    public static let ciscoHDLC = LinkType(rawValue: 104)
    /// IEEE 802.11, wireless LAN.
    public static let ieee80211 = LinkType(rawValue: 105)
    /// Frame relay, RFC 2427.
    public static let frameRelay = LinkType(rawValue: 107)
    /// OpenBSD loopback: the address family in network byte order.
    public static let loop = LinkType(rawValue: 108)
    /// Linux "cooked" capture, version 1.
    public static let linuxCooked = LinkType(rawValue: 113)
    /// IEEE 802.11 after a radiotap header, which tells of the reception.
    public static let radiotap = LinkType(rawValue: 127)
    /// The Point-to-Point Protocol after a byte for the direction.
    public static let pppWithDirection = LinkType(rawValue: 204)
    /// Raw IPv4.
    public static let ipv4 = LinkType(rawValue: 228)
    /// Raw IPv6.
    public static let ipv6 = LinkType(rawValue: 229)
    /// Messages of Linux's netfilter log.
    public static let nflog = LinkType(rawValue: 239)
    /// Apple's packet tap: a header that names the interface, then a packet of that interface's link type.
    public static let pktap = LinkType(rawValue: 258)
    /// Linux "cooked" capture, version 2.
    public static let linuxCooked2 = LinkType(rawValue: 276)

    /// Every link type whose packets can be decoded.
    public static let supported: [LinkType] = [
        .null, .ethernet, .ppp, .raw, .rawOpenBSD, .pppSerial, .pppOverEthernet, .rawInFiles, .ciscoHDLC, .ieee80211,
        .frameRelay, .loop, .linuxCooked, .radiotap, .pppWithDirection, .ipv4, .ipv6, .nflog, .pktap, .linuxCooked2,
    ]
}
