/// The header of the protocol that IP carries.
public enum TransportHeader: Hashable, Sendable {
    /// A segment of the Transmission Control Protocol.
    case tcp(TCPHeader)
    /// A datagram of the User Datagram Protocol.
    case udp
    /// A control message, of either version of ICMP.
    case icmp(ICMPHeader)

    /// The header's length in bytes.
    public var length: Int {
        switch self {
        case .tcp(let header): header.length
        case .udp: UDP.headerLength
        case .icmp: ICMP.headerLength
        }
    }
}

/// What TCP says of a segment, RFC 9293.
public struct TCPHeader: Hashable, Sendable {
    /// The number of the segment's first byte in the sender's stream.
    public var sequenceNumber: UInt32
    /// The next byte the sender expects; counts only with the ACK flag.
    public var acknowledgementNumber: UInt32
    /// The control bits.
    public var flags: TCPFlags
    /// How many bytes the sender is ready to receive, unscaled.
    public var window: UInt16
    /// The header's length in bytes, options included.
    public var length: Int

    /// A header without options.
    public init(flags: TCPFlags, sequenceNumber: UInt32 = 0, acknowledgementNumber: UInt32 = 0, window: UInt16 = 65535)
    {
        self.flags = flags
        self.sequenceNumber = sequenceNumber
        self.acknowledgementNumber = acknowledgementNumber
        self.window = window
        length = TCP.shortestHeader
    }
}

/// What ICMP says of a control message, RFC 792 and RFC 4443.
public struct ICMPHeader: Hashable, Sendable {
    /// The kind of message.
    public var type: UInt8
    /// What precisely, within the kind.
    public var code: UInt8

    /// A message of a type and code.
    public init(type: UInt8, code: UInt8) {
        self.type = type
        self.code = code
    }
}
