/// What was measured of the packets that went one way, or of both ways together.
public struct DirectionStatistics: Hashable, Sendable {
    /// How many packets there were.
    public var packets = 0
    /// Bytes of whole frames on the link.
    public var linkBytes = 0
    /// Bytes of IP packets, headers included.
    public var networkBytes = 0
    /// Bytes that the transport protocol carried.
    public var payloadBytes = 0
    /// Bytes of transport headers, options included.
    public var headerBytes = 0
    /// Packets of TCP that carried nothing but bytes seen before.
    public var retransmissions = 0
    /// The moments of packet sizes, in bytes, at the level the options name.
    public var sizes = IntegerMoments()
    /// The moments of the gaps from packet to packet, in nanoseconds.
    public var gaps = IntegerMoments()
    /// When the first packet came; nil where there was none.
    public var first: Timestamp?
    /// When the last packet came; nil where there was none.
    public var last: Timestamp?
    /// Bytes the application sent, by the sequence numbers of TCP: those sent twice count once, those that were
    /// acknowledged but not captured count too. Without TCP the same as ``payloadBytes``.
    public var sequenceBytes = 0
    /// The window announced in the first segment of TCP, unscaled; nil where there was none.
    public var initialWindow: Int?
    /// The power of two by which later windows are to be multiplied, RFC 7323; nil where none was offered.
    public var windowScale: Int?
    /// How often each control bit of TCP was set.
    public var flags = TCPFlagCounts()

    /// The time from the first packet to the last.
    public var duration: Duration {
        guard let first, let last else { return .zero }
        return last - first
    }
}

/// How often each of TCP's control bits was set.
public struct TCPFlagCounts: Hashable, Sendable {
    private var counts = SIMD8<UInt64>()

    /// No flags.
    public init() {}

    init(_ counts: SIMD8<UInt64>) {
        self.counts = counts
    }

    /// In how many packets `flag`, a single one, was set.
    public subscript(flag: TCPFlags) -> Int {
        let bit = flag.rawValue.trailingZeroBitCount
        return bit < counts.scalarCount ? Int(clamping: counts[bit]) : 0
    }

    /// The counts of both directions together.
    public static func + (left: TCPFlagCounts, right: TCPFlagCounts) -> TCPFlagCounts {
        TCPFlagCounts(left.counts &+ right.counts)
    }
}
