/// What the Internet Protocol says of a packet, either version.
public struct IPHeader: Hashable, Sendable {
    /// The sender's address.
    public var source: IPAddress
    /// What is carried, after any extension headers.
    public var carriedProtocol: IPProtocol
    /// How many more routers may pass the packet on.
    public var hopLimit: UInt8
    /// The differentiated services code point (six bits, RFC 2474) and the congestion notification (two, RFC 3168).
    public var trafficClass: UInt8
    private var storedPayloadLength: UInt32
    /// The receiver's address.
    public var destination: IPAddress
    private var storedHeaderLength: UInt16
    private var fragmentIdentification: UInt32
    /// As IPv4 has it: the offset in units of eight bytes, and above it whether there are more; zero in a whole packet.
    private var fragmentPart: UInt16

    /// A header of a whole packet without options.
    @inline(__always)
    public init(from source: IPAddress, to destination: IPAddress, carrying: IPProtocol, payloadLength: Int) {
        self.init(
            from: source, to: destination, carrying: carrying, hopLimit: 64, trafficClass: 0,
            headerLength: source.version == .four ? 20 : 40, payloadLength: payloadLength)
    }

    /// All figures at once: decoders that set them one by one would wait for each other's writes.
    @inline(__always)
    init(
        from source: IPAddress, to destination: IPAddress, carrying: IPProtocol, hopLimit: UInt8, trafficClass: UInt8,
        headerLength: Int, payloadLength: Int, fragmentIdentification: UInt32 = 0, fragmentPart: UInt16 = 0
    ) {
        self.source = source
        self.destination = destination
        carriedProtocol = carrying
        self.hopLimit = hopLimit
        self.trafficClass = trafficClass
        storedHeaderLength = UInt16(clamping: headerLength)
        storedPayloadLength = UInt32(clamping: payloadLength)
        self.fragmentIdentification = fragmentIdentification
        self.fragmentPart = fragmentPart
    }
}

extension IPHeader {
    /// The version of the protocol.
    public var version: IPAddress.Version { source.version }

    /// The header's length in bytes, options and extension headers included.
    public var headerLength: Int {
        @inline(__always) get { Int(storedHeaderLength) }
        @inline(__always) set { storedHeaderLength = UInt16(clamping: newValue) }
    }

    /// How many bytes the header says follow it.
    public var payloadLength: Int {
        @inline(__always) get { Int(storedPayloadLength) }
        @inline(__always) set { storedPayloadLength = UInt32(clamping: newValue) }
    }

    /// Which part of a larger packet this is; nil for a whole one, which begins at zero and has no more.
    public var fragment: Fragment? {
        get {
            guard fragmentPart != 0 else { return nil }
            return Fragment(
                identification: fragmentIdentification, offset: Int(fragmentPart & 0x1fff) * 8,
                hasMore: fragmentPart & 0x2000 != 0)
        }
        set {
            fragmentIdentification = newValue?.identification ?? 0
            fragmentPart = newValue.map { UInt16($0.offset / 8) | ($0.hasMore ? 0x2000 : 0) } ?? 0
        }
    }

    /// The differentiated services code point, 0...63: the treatment asked for.
    public var codePoint: UInt8 { trafficClass >> 2 }

    /// The congestion notification, 0...3: 0 not supported, 1 and 2 supported, 3 congestion met.
    public var congestion: UInt8 { trafficClass & 3 }
}

/// Which part of a larger packet a fragment holds, RFC 791 and RFC 8200.
///
/// Only the part at offset zero carries the ports.
public struct Fragment: Hashable, Sendable {
    /// The number all fragments of one packet share between two addresses.
    public var identification: UInt32
    private var storedOffset: UInt16
    /// Whether another fragment follows.
    public var hasMore: Bool

    /// A fragment at `offset` bytes, a multiple of eight in 0...65528.
    public init(identification: UInt32, offset: Int, hasMore: Bool) {
        self.identification = identification
        storedOffset = UInt16(clamping: offset)
        self.hasMore = hasMore
    }

    /// Where the fragment begins in the larger packet's payload, in bytes.
    public var offset: Int {
        get { Int(storedOffset) }
        set { storedOffset = UInt16(clamping: newValue) }
    }
}
