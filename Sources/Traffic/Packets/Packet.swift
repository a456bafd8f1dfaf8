/// One packet: what was captured, and what its headers say.
///
/// Layers are decoded from the outside in, as far as they make sense. A packet that stops making sense keeps the
/// layers already decoded and names the reason in ``fault``. No packet owns memory: it is one flat value.
///
///     let packet = Packet(decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(seconds: 0))
///     packet.destinationPort     // 443, or nil where there is no port
public struct Packet: Timed, Hashable, Sendable {
    /// When the packet was captured.
    public var time: Timestamp
    /// How many bytes the packet had on the link.
    public var originalLength: Int
    /// How many of its bytes were captured.
    public var capturedLength: Int
    /// The link's own header.
    public var link: LinkHeader
    /// The Internet Protocol's header; nil for other traffic.
    public var network: IPHeader?
    /// The ports of TCP or UDP; nil for other protocols and for later fragments.
    public var ports: Ports?
    /// The header of the protocol that IP carries; nil where it is unknown, damaged, or in another fragment.
    public var transport: TransportHeader?
    /// Why decoding stopped early; nil for a packet understood to its payload.
    public var fault: DecodingFault?

    /// A packet of which only the outside is known.
    public init(time: Timestamp, length: Int, capturedLength: Int? = nil, link: LinkHeader) {
        self.time = time
        originalLength = length
        self.capturedLength = capturedLength ?? length
        self.link = link
    }
}

extension Packet {
    /// The sender's address.
    public var source: IPAddress? { network?.source }
    /// The receiver's address.
    public var destination: IPAddress? { network?.destination }
    /// What IP carries, after any extension headers.
    public var carriedProtocol: IPProtocol? { network?.carriedProtocol }
    /// The sender's port.
    public var sourcePort: UInt16? { ports?.source }
    /// The receiver's port.
    public var destinationPort: UInt16? { ports?.destination }
    /// The control bits of a TCP segment; nil for anything else.
    public var tcpFlags: TCPFlags? {
        if case .tcp(let header) = transport { header.flags } else { nil }
    }

    /// How many bytes of payload the transport header promises; nil where there is no such header.
    ///
    /// Taken from the lengths in the headers, so neither a short capture nor link padding changes it.
    public var payloadLength: Int? {
        guard let network, let transport else { return nil }
        return max(network.payloadLength - transport.length, 0)
    }

    /// Whether the packet asks to open a TCP connection: SYN without ACK.
    ///
    /// Port entropy is best taken over such packets: where replies are captured too, a scan hides among them.
    public var opensConnection: Bool {
        tcpFlags.map { $0.contains(.syn) && !$0.contains(.ack) } ?? false
    }
}

/// The two ports of a TCP segment or UDP datagram.
public struct Ports: Hashable, Sendable {
    /// The sender's port.
    public var source: UInt16
    /// The receiver's port.
    public var destination: UInt16

    /// The ports of a packet from `source` to `destination`.
    public init(source: UInt16, destination: UInt16) {
        self.source = source
        self.destination = destination
    }
}

/// What the link layer says of a packet.
public struct LinkHeader: Hashable, Sendable {
    /// The kind of link.
    public var type: LinkType
    /// What the frame carries, after any VLAN tags; nil for links and frames that do not say.
    public var etherType: EtherType?
    /// The VLANs the frame is in.
    public var vlans = VLANTags()

    /// A header that says no more than the kind of link.
    public init(type: LinkType, etherType: EtherType? = nil) {
        self.type = type
        self.etherType = etherType
    }
}

extension Packet { var payloadRange: Range<Int>? { nil } }
