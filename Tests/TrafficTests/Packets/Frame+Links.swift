import Traffic

/// Frames of the rarer links, each with a UDP datagram from port 5353 to port 53 in it.
extension Frame {
    static let datagram = ipv4(17, udp([1, 2]))
    /// LLC and SNAP in front of an IPv4 packet.
    static let snap: [UInt8] = [0xaa, 0xaa, 3, 0, 0, 0] + wide(0x0800)

    static let links: [(name: String, link: LinkType, bytes: [UInt8])] = [
        ("IEEE 802.3 with SNAP", .ethernet, ethernet(UInt16(snap.count + datagram.count), snap + datagram + [0, 0])),
        ("IEEE 802.3 with LLC alone", .ethernet, ethernet(40, [6, 6, 3] + datagram)),
        ("VLAN and SNAP", .ethernet, ethernet(0x8100, vlan(3, 38, snap + datagram))),
        (
            "pseudo-wire with control word", .ethernet,
            ethernet(0x8847, label + [0, 0, 0, 0] + ethernet(0x0800, datagram))
        ),
        ("pseudo-wire without", .ethernet, ethernet(0x8847, label + ethernet(0x8100, vlan(9, 0x0800, datagram)))),
        ("PPPoE, compressed number", .ethernet, ethernet(0x8864, [0x11, 0, 0, 1, 0, 31, 0x21] + datagram + [9, 9])),
        ("PPP without address", .ppp, [0, 0x21] + datagram),
        ("PPP, compressed number", .ppp, [0x21] + datagram),
        ("PPP with direction", .pppWithDirection, [1, 0xff, 3, 0, 0x21] + datagram),
        ("PPP with labels", .pppSerial, [0xff, 3] + wide(0x0281) + label + datagram),
        ("Cisco HDLC on a PPP link", .pppSerial, [0x0f, 0] + wide(0x0800) + datagram),
        ("PPPoE link", .pppOverEthernet, [0x11, 0, 0, 1, 0, 32, 0, 0x21] + datagram),
        ("Cisco HDLC", .ciscoHDLC, [0x8f, 0] + wide(0x0800) + datagram),
        ("frame relay", .frameRelay, [0x18, 0x41, 3, 0xcc] + datagram),
        ("frame relay with SNAP", .frameRelay, [0x18, 0x41, 3, 0, 0x80, 0, 0, 0] + wide(0x0800) + datagram),
        (
            "frame relay with a frame", .frameRelay,
            [0x18, 0x41, 3, 0, 0x80, 0, 0x80, 0xc2, 0, 7] + ethernet(0x0800, datagram)
        ),
        ("frame relay, Cisco's, four bytes", .frameRelay, [0x18, 0x40, 0, 1] + wide(0x0800) + datagram),
        ("802.11 from a station", .ieee80211, wireless([0x08, 0x01]) + snap + datagram),
        ("802.11 with quality of service", .ieee80211, wireless([0x88, 0x02]) + [0, 0] + snap + datagram),
        ("802.11 with four addresses", .ieee80211, wireless([0x08, 0x03]) + [2, 0, 0, 0, 0, 4] + snap + datagram),
        ("802.11 with HT control", .ieee80211, wireless([0x88, 0x82]) + [0, 0, 1, 2, 3, 4] + snap + datagram),
        (
            "radiotap with flags", .radiotap,
            radiotap(0x30) + wireless([0x88, 0x01]) + [0, 0, 9, 9] + snap + datagram + check
        ),
        ("NFLOG", .nflog, [2, 0, 0, 1, 8, 0, 1, 0, 8, 0, 0, 0, 7, 0, 10, 0, 65, 65, 0, 0, 34, 0, 9, 0] + datagram),
        ("NFLOG, big end first", .nflog, [2, 0, 0, 1, 0, 34, 0, 9] + datagram),
        ("packet tap", .pktap, [16, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] + ethernet(0x0800, datagram)),
        ("raw IP as OpenBSD numbers it", .rawOpenBSD, datagram),
        ("raw IP as files number it", .rawInFiles, datagram),
        ("raw IPv4", .ipv4, datagram),
        ("cooked with LLC", .linuxCooked, [UInt8](repeating: 0, count: 15) + [4] + snap + datagram),
    ]

    /// The bottom of a label stack.
    static let label: [UInt8] = [0, 1, 0x01, 64]
    private static let check: [UInt8] = [1, 2, 3, 4]

    /// A wireless header whose three addresses end in 1, 2 and 3.
    static func wireless(_ control: [UInt8], sequence: UInt8 = 0) -> [UInt8] {
        control + [0, 0] + [2, 0, 0, 0, 0, 1] + [2, 0, 0, 0, 0, 2] + [2, 0, 0, 0, 0, 3] + [sequence, 0]
    }

    /// A radiotap header with a second word of fields, a clock, and flags.
    static func radiotap(_ flags: UInt8) -> [UInt8] {
        [0, 0, 25, 0, 3, 0, 0, 0x80, 0, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 5, count: 8) + [flags]
    }
}
