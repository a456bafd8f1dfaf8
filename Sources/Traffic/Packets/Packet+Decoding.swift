extension Packet {
    /// Decodes the bytes of one captured packet.
    ///
    /// No bytes whatever make this trap, and none are read beyond the end. Nothing is allocated.
    /// - Parameters:
    ///   - bytes: the captured bytes, from the link's header on.
    ///   - link: how the first of them are to be read.
    ///   - time: when they were captured.
    ///   - originalLength: how many bytes there were on the link; by default as many as were captured.
    public init(decoding bytes: RawSpan, link: LinkType, time: Timestamp, originalLength: Int? = nil) {
        self.init(
            time: time, length: originalLength ?? bytes.byteCount, capturedLength: bytes.byteCount,
            link: LinkHeader(type: link))
        decodeLink(bytes)
    }

    private mutating func decodeLink(_ bytes: RawSpan) {
        switch link.type {
        case .ethernet: Ethernet.decode(bytes, into: &self)
        case .linuxCooked: LinuxCooked.decode(bytes, into: &self)
        case .linuxCooked2: LinuxCooked2.decode(bytes, into: &self)
        case .null, .loop: BSDLoopback.decode(bytes, into: &self)
        case .raw, .rawOpenBSD, .rawInFiles: RawIP.decode(bytes, into: &self)
        case .ipv4: IPv4.decode(bytes, into: &self)
        case .ipv6: IPv6.decode(bytes, into: &self)
        case .ppp: PPP.decode(bytes, into: &self)
        default: fault = .unsupportedLink
        }
    }

    /// Decodes what a frame carries, by its EtherType.
    mutating func decode(_ bytes: RawSpan, as etherType: EtherType) {
        link.etherType = etherType
        switch etherType {
        case .ipv4: IPv4.decode(bytes, into: &self)
        case .ipv6: IPv6.decode(bytes, into: &self)
        case .vlan, .serviceVLAN, .oldServiceVLAN: VLAN.decode(bytes, into: &self)
        case .mpls, .mplsMulticast: MPLS.decode(bytes, into: &self)
        case .pppoeSession: PPP.decodeSession(bytes, into: &self)
        default: break
        }
    }

    /// Decodes what a whole packet or a first fragment carries.
    mutating func decode(_ bytes: RawSpan, as carried: IPProtocol) {
        switch carried {
        case .tcp: TCP.decode(bytes, into: &self)
        case .udp: UDP.decode(bytes, into: &self)
        case .icmp, .icmpv6: ICMP.decode(bytes, into: &self)
        default: break
        }
    }

    /// How many bytes the packet had on the link from the first of `bytes` on, captured or not.
    func lengthOnLink(of bytes: RawSpan) -> Int {
        bytes.byteCount + max(originalLength - capturedLength, 0)
    }
}
