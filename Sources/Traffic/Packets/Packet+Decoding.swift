extension Packet {
    /// Decodes the bytes of one captured packet.
    ///
    /// No bytes whatever make this trap, and none are read beyond the end. Nothing is allocated.
    /// - Parameters:
    ///   - bytes: the captured bytes, from the link's header on.
    ///   - link: how the first of them are to be read.
    ///   - time: when they were captured.
    ///   - originalLength: how many bytes there were on the link; by default as many as were captured.
    ///   - tunnels: how many tunnels to open, one within the other; by default all that are sensible.
    @inlinable
    public init(
        decoding bytes: RawSpan, link: LinkType, time: Timestamp, originalLength: Int? = nil,
        tunnels: TunnelDepth = .all
    ) {
        let length = originalLength ?? bytes.byteCount
        self.init(time: time, length: length, capturedLength: bytes.byteCount, link: LinkHeader(type: link))
        decodeLink(bytes, length, tunnels)
    }

    /// Decodes the bytes of another captured packet in place of this one, which spares the copy that a new one takes.
    ///
    /// The parameters are those of ``init(decoding:link:time:originalLength:tunnels:)``.
    public mutating func replace(
        decoding bytes: RawSpan, link: LinkType, time: Timestamp, originalLength: Int? = nil,
        tunnels: TunnelDepth = .all
    ) {
        let length = originalLength ?? bytes.byteCount
        self = Packet(time: time, length: length, capturedLength: bytes.byteCount, link: LinkHeader(type: link))
        decodeLink(bytes, length, tunnels)
    }

    /// Decodes where the packet stands, which spares the initialiser's caller a copy.
    @usableFromInline
    mutating func decodeLink(_ bytes: RawSpan, _ length: Int, _ tunnels: TunnelDepth) {
        let layer = Layer(captured: bytes.byteCount, length: length, tunnels: tunnels.limit)
        if link.type == .ethernet {
            Ethernet.decode(bytes, layer, into: &self)
        } else {
            decode(bytes, layer, as: link.type)
        }
    }

    /// Decodes a packet by the kind of its link.
    mutating func decode(_ bytes: RawSpan, _ layer: Layer, as link: LinkType) {
        switch link {
        case .ethernet: Ethernet.decode(bytes, layer, into: &self)
        case .linuxCooked: LinuxCooked.decode(bytes, layer, into: &self)
        case .linuxCooked2: LinuxCooked2.decode(bytes, layer, into: &self)
        case .null, .loop: BSDLoopback.decode(bytes, layer, into: &self)
        case .raw, .rawOpenBSD, .rawInFiles: RawIP.decode(bytes, layer, into: &self)
        case .ipv4: IPv4.decode(bytes, layer, into: &self)
        case .ipv6: IPv6.decode(bytes, layer, into: &self)
        case .ppp, .pppSerial: PPP.decode(bytes, layer, into: &self)
        case .pppWithDirection: PPP.decodeDirected(bytes, layer, into: &self)
        case .pppOverEthernet: PPPoE.decode(bytes, layer, into: &self)
        case .ciscoHDLC: CiscoHDLC.decode(bytes, layer, into: &self)
        case .frameRelay: FrameRelay.decode(bytes, layer, into: &self)
        case .ieee80211: IEEE80211.decode(bytes, layer, into: &self)
        case .radiotap: Radiotap.decode(bytes, layer, into: &self)
        case .nflog: NFLOG.decode(bytes, layer, into: &self)
        case .pktap: PKTAP.decode(bytes, layer, into: &self)
        default: fault = .unsupportedLink
        }
    }

    /// Decodes what a frame carries, by its EtherType.
    mutating func decode(_ bytes: RawSpan, _ layer: Layer, as etherType: EtherType) {
        guard etherType.isType else { return LLC.decode(bytes, layer.first(Int(etherType.rawValue)), into: &self) }
        link.etherType = etherType
        switch etherType {
        case .ipv4: IPv4.decode(bytes, layer, into: &self)
        case .ipv6: IPv6.decode(bytes, layer, into: &self)
        case .arp: ARP.decode(bytes, layer, into: &self)
        case .vlan, .serviceVLAN, .oldServiceVLAN: VLAN.decode(bytes, layer, into: &self)
        case .mpls, .mplsMulticast: MPLS.decode(bytes, layer, into: &self)
        case .pppoeSession: PPPoE.decode(bytes, layer, into: &self)
        default: break
        }
    }

    /// Decodes what a whole packet or a first fragment carries; `layer` is what follows the IP header.
    @inline(__always)
    mutating func decode(_ bytes: RawSpan, _ layer: Layer, as carried: IPProtocol) {
        switch carried {
        case .tcp: TCP.decode(bytes, layer, into: &self)
        case .udp: UDP.decode(bytes, layer, into: &self)
        default: decodeRarer(bytes, layer, as: carried)
        }
    }

    /// Kept apart so that the straight way to TCP and UDP stays short.
    @inline(never)
    private mutating func decodeRarer(_ bytes: RawSpan, _ layer: Layer, as carried: IPProtocol) {
        switch carried {
        case .icmp, .icmpv6: ICMP.decode(bytes, layer, into: &self)
        case .igmp: IGMP.decode(bytes, layer, into: &self)
        case .sctp: SCTP.decode(bytes, layer, into: &self)
        case .udpLite: UDP.decodeLite(bytes, layer, into: &self)
        case .dccp: DCCP.decode(bytes, layer, into: &self)
        case .ipv4, .ipv6: IPInIP.decode(bytes, layer, as: carried, into: &self)
        case .gre: GRE.decode(bytes, layer, into: &self)
        default: break
        }
    }
}
