/// What the Internet Protocol says of a packet, either version.
public struct IPHeader: Hashable, Sendable {
    /// The sender's address.
    public var source: IPAddress
    /// The receiver's address.
    public var destination: IPAddress
    /// What is carried, after any extension headers.
    public var carriedProtocol: IPProtocol
    /// How many more routers may pass the packet on.
    public var hopLimit: UInt8
    /// The header's length in bytes, options and extension headers included.
    public var headerLength: Int
    /// How many bytes the header says follow it.
    public var payloadLength: Int
    /// Which part of a larger packet this is; nil for a whole one.
    public var fragment: Fragment?

    /// The version of the protocol.
    public var version: IPAddress.Version { source.version }

    /// A header of a whole packet without options.
    public init(from source: IPAddress, to destination: IPAddress, carrying: IPProtocol, payloadLength: Int) {
        self.source = source
        self.destination = destination
        carriedProtocol = carrying
        hopLimit = 64
        headerLength = source.version == .four ? 20 : 40
        self.payloadLength = payloadLength
    }
}

/// Which part of a larger packet a fragment holds, RFC 791 and RFC 8200.
///
/// Only the part at offset zero carries the ports.
public struct Fragment: Hashable, Sendable {
    /// The number all fragments of one packet share between two addresses.
    public var identification: UInt32
    /// Where the fragment begins in the larger packet's payload, in bytes.
    public var offset: Int
    /// Whether another fragment follows.
    public var hasMore: Bool

    /// A fragment at `offset` bytes.
    public init(identification: UInt32, offset: Int, hasMore: Bool) {
        self.identification = identification
        self.offset = offset
        self.hasMore = hasMore
    }
}
