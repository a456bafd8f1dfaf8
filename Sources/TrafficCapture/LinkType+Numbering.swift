import Traffic

/// Few links have two numbers: one that libpcap gives to programs (`DLT_…`), which varies between systems, and one in
/// files (`LINKTYPE_…`), which does not. Here they are as on Linux. Source: libpcap's table in pcap-common.c.
extension LinkType {
    /// The link by the number that libpcap's functions want.
    var inPrograms: LinkType {
        self == .rawOpenBSD ? .raw : Self.renumbered.first { $0.inFiles == self }?.inPrograms ?? self
    }

    /// The link by the number that files give it.
    var inFiles: LinkType {
        self == .rawOpenBSD ? .rawInFiles : Self.renumbered.first { $0.inPrograms == self }?.inFiles ?? self
    }

    private static let renumbered: [(inPrograms: LinkType, inFiles: LinkType)] = [
        (atmRFC1483, atmRFC1483InFiles), (raw, rawInFiles), (slipBSDOS, slipBSDOSInFiles),
        (pppBSDOS, pppBSDOSInFiles), (atmClassicalIP, atmClassicalIPInFiles),
    ]

    /// ATM after RFC 1483.
    private static let atmRFC1483 = LinkType(rawValue: 11)
    private static let atmRFC1483InFiles = LinkType(rawValue: 100)
    /// BSD/OS's SLIP.
    private static let slipBSDOS = LinkType(rawValue: 15)
    private static let slipBSDOSInFiles = LinkType(rawValue: 102)
    /// BSD/OS's Point-to-Point Protocol.
    private static let pppBSDOS = LinkType(rawValue: 16)
    private static let pppBSDOSInFiles = LinkType(rawValue: 103)
    /// Linux's classical IP over ATM.
    private static let atmClassicalIP = LinkType(rawValue: 19)
    private static let atmClassicalIPInFiles = LinkType(rawValue: 106)
}
