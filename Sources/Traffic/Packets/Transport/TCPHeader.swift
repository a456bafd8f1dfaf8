/// What TCP says of a segment, RFC 9293.
public struct TCPHeader: Hashable, Sendable {
    /// The number of the segment's first byte in the sender's stream.
    public var sequenceNumber: UInt32
    /// The next byte the sender expects; counts only with the ACK flag.
    public var acknowledgementNumber: UInt32
    /// What the header says beyond its fixed part.
    public var options: TCPOptions
    /// How many bytes the sender is ready to receive, unscaled.
    public var window: UInt16
    /// The control bits.
    public var flags: TCPFlags
    private var storedLength: UInt8

    /// A header without options.
    @inline(__always)
    public init(flags: TCPFlags, sequenceNumber: UInt32 = 0, acknowledgementNumber: UInt32 = 0, window: UInt16 = 65535)
    {
        self.flags = flags
        self.sequenceNumber = sequenceNumber
        self.acknowledgementNumber = acknowledgementNumber
        options = TCPOptions()
        self.window = window
        storedLength = UInt8(TCP.shortestHeader)
    }

    /// The header whose three words after the ports are given, with its options.
    @inline(__always)
    init(sequence: UInt32, acknowledgement: UInt32, lengthFlagsWindow word: UInt32, options: TCPOptions) {
        sequenceNumber = sequence
        acknowledgementNumber = acknowledgement
        self.options = options
        window = UInt16(truncatingIfNeeded: word)
        flags = TCPFlags(rawValue: UInt8(truncatingIfNeeded: word >> 16))
        storedLength = UInt8(truncatingIfNeeded: word >> 26 & 0x3c | word >> 24 & 1)
    }

    /// The header's length in bytes, options included: 20...60.
    public var length: Int {
        @inline(__always) get { Int(storedLength & 0xfc) }
        @inline(__always) set { storedLength = UInt8(clamping: newValue) & 0xfc | storedLength & 1 }
    }

    /// The bit beside the control bits that accurate ECN (RFC 9768) counts with, and the nonce sum (RFC 3540) once did.
    public var hasAccurateECN: Bool {
        // Lengths are multiples of four, which leaves the bit a place beside them.
        @inline(__always) get { storedLength & 1 == 1 }
        @inline(__always) set { storedLength = storedLength & 0xfc | (newValue ? 1 : 0) }
    }
}
