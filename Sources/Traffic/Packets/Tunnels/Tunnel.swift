/// The tunnel through which a packet's addresses and ports were reached.
///
/// A packet in a tunnel shows the innermost addresses that could be decoded; this says what was opened on the way.
public struct Tunnel: Hashable, Sendable {
    /// Tells apart equal addresses in different tunnels: equal for both directions of one stack of tunnels.
    ///
    /// It mixes, from the outside in, each tunnel's kind, the identifiers that both directions share, and the VLANs of
    /// frames inside. The calls of PPTP and the endpoints of GTP are numbered per direction, so of these the kind alone
    /// counts. Two stacks share a key by chance with a probability of about 1 in 4 thousand million.
    public var key: UInt32
    /// The number in the innermost tunnel's header: see ``Kind``; zero where the kind has none.
    public var identifier: UInt32
    private var storedDepth: UInt8
    /// The kind of the innermost tunnel.
    public var kind: Kind

    /// How many tunnels were opened, one within the other.
    public var depth: Int { Int(storedDepth) }

    /// What the tunnel `outer` carries, or the link: a tunnel of some kind.
    init(_ kind: Kind, identifier: UInt32 = 0, within outer: Tunnel?) {
        self.kind = kind
        self.identifier = identifier
        storedDepth = (outer?.storedDepth ?? 0) &+ 1
        key = outer?.key ?? 0
        mix(UInt32(kind.rawValue))
        if kind.isSymmetric { mix(identifier) }
    }

    /// Makes the key depend on one more number: a round of MurmurHash3 (Appleby, public domain).
    mutating func mix(_ number: UInt32) {
        var word = number &* 0xcc9e_2d51
        word = word << 15 | word >> 17
        key ^= word &* 0x1b87_3593
        key = (key << 13 | key >> 19) &* 5 &+ 0xe654_6b64
    }
}

extension Tunnel {
    /// The ways of carrying packets within packets, with the number each is identified by.
    public enum Kind: UInt8, Hashable, Sendable, CaseIterable {
        /// IP directly in IP of the same version, RFC 2003 and RFC 2473.
        case ipInIP = 1
        /// IPv6 directly in IPv4, RFC 4213.
        case ipv6InIPv4
        /// IPv4 directly in IPv6, RFC 2473.
        case ipv4InIPv6
        /// Generic Routing Encapsulation, RFC 2784 and RFC 2890: the key.
        case gre
        /// The Point-to-Point Tunnelling Protocol's GRE, RFC 2637: the receiver's number of the call.
        case pptp
        /// Mirrored frames of a switch, in GRE: the session.
        case erspan
        /// IPv6 through address translation, RFC 4380.
        case teredo
        /// Virtual eXtensible LAN, RFC 7348: the network (VNI).
        case vxlan
        /// Generic Network Virtualization Encapsulation, RFC 8926: the network (VNI).
        case geneve
        /// User traffic of mobile networks, 3GPP TS 29.281: the receiver's endpoint (TEID).
        case gtpU

        var isSymmetric: Bool { self != .pptp && self != .gtpU }
    }
}

/// How many tunnels, one within the other, decoding opens.
///
///     Packet(decoding: bytes, link: .ethernet, time: time, tunnels: .none)     // the outermost addresses
public struct TunnelDepth: Hashable, Sendable, ExpressibleByIntegerLiteral {
    let limit: UInt8

    /// At most `limit` tunnels, held within 0...16, so that no packet can ask for endless work.
    public init(_ limit: Int) {
        self.limit = UInt8(min(max(limit, 0), 16))
    }

    /// At most as many tunnels as the number says.
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// Every tunnel that sensible networks nest: four.
    public static let all = TunnelDepth(4)
    /// No tunnel: packets show their outermost addresses.
    public static let none = TunnelDepth(0)
}
