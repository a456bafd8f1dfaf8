/// One packet: what was captured, and what its headers say.
///
/// Layers are decoded from the outside in, as far as they make sense. A packet that stops making sense keeps the
/// layers already decoded and names the reason in ``fault``. No packet owns memory: it is one flat value.
///
///     let packet = Packet(decoding: bytes.span.bytes, link: .ethernet, time: Timestamp(seconds: 0))
///     packet.destinationPort     // 443, or nil where there is no port
///
/// The addresses, ports and lengths of a packet in a tunnel are the innermost ones; ``tunnel`` tells how they were
/// reached.
public struct Packet: Timed, Hashable, Sendable {
    /// When the packet was captured.
    public var time: Timestamp
    private var storedOriginalLength: UInt32
    private var storedCapturedLength: UInt32
    /// The link's own header.
    public var link: LinkHeader
    /// The Internet Protocol's header; nil for other traffic.
    public var network: IPHeader?
    /// The ports of TCP, UDP, UDP-Lite, SCTP or DCCP; nil for other protocols and for later fragments.
    public var ports: Ports?
    private var message: Message = .none
    private var storedNetworkOffset: Int32 = -1
    /// The tunnel in which the packet travelled; nil for one outside of any.
    public var tunnel: Tunnel?
    /// Why decoding stopped early; nil for a packet understood to its payload.
    public var fault: DecodingFault?

    /// A packet of which only the outside is known.
    ///
    /// Lengths are held within what capture files can say: 0...4294967295.
    @inline(__always)
    public init(time: Timestamp, length: Int, capturedLength: Int? = nil, link: LinkHeader) {
        self.time = time
        storedOriginalLength = UInt32(clamping: length)
        storedCapturedLength = UInt32(clamping: capturedLength ?? length)
        self.link = link
    }

    /// No packet has both, so they share their room.
    private enum Message: Hashable, Sendable {
        case none
        case transport(TransportHeader)
        case arp(ARPMessage)
    }
}

extension Packet {
    /// How many bytes the packet had on the link.
    public var originalLength: Int {
        get { Int(storedOriginalLength) }
        set { storedOriginalLength = UInt32(clamping: newValue) }
    }

    /// How many of its bytes were captured.
    public var capturedLength: Int {
        get { Int(storedCapturedLength) }
        set { storedCapturedLength = UInt32(clamping: newValue) }
    }

    /// Where the IP header begins among the captured bytes; nil where none was decoded.
    public var networkOffset: Int? {
        get { storedNetworkOffset < 0 ? nil : Int(storedNetworkOffset) }
        set { storedNetworkOffset = Int32(clamping: newValue ?? -1) }
    }

    /// The header of the protocol that IP carries; nil where it is unknown, damaged, or in another fragment.
    public var transport: TransportHeader? {
        get { if case .transport(let header) = message { header } else { nil } }
        set { message = newValue.map(Message.transport) ?? .none }
    }

    /// The address resolution message; nil for other traffic.
    public var arp: ARPMessage? {
        get { if case .arp(let content) = message { content } else { nil } }
        set { message = newValue.map(Message.arp) ?? .none }
    }
}
