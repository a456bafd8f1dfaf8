import Traffic

/// Everything read from a capture file.
public struct Capture: Hashable, Sendable {
    /// The kind of link the packets were captured on.
    public let linkType: LinkType
    /// The packets, in the order of the file.
    public let packets: [Packet]
    /// Where and why reading stopped early; nil when the whole file was read.
    public let warning: CaptureWarning?

    /// How many packets each reason kept from being understood to their payload.
    public var faults: Counts<DecodingFault> {
        Counts(packets.lazy.compactMap(\.fault))
    }
}
