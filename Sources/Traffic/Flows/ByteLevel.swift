/// What counts as the size of a packet.
public enum ByteLevel: UInt8, Hashable, Sendable, CaseIterable {
    /// The whole frame as it was on the link, its header and padding included.
    case link
    /// The IP packet: from the first byte of its header to the last of its payload.
    case network
    /// What the transport protocol carries, without any header.
    case payload
}
