import Traffic

/// Everything read from a capture file.
public struct Capture: Hashable, Sendable {
    /// The format of the file.
    public let format: CaptureFormat
    /// The interfaces that the file declares.
    public let interfaces: [CaptureInterface]
    /// The packets, in the order of the file.
    public let packets: [Packet]
    /// Where and why reading stopped early; nil when the whole file was read.
    public let warning: CaptureWarning?

    /// The kind of link of all interfaces; nil where they differ or there is none.
    public var linkType: LinkType? {
        let types = Set(interfaces.map(\.linkType))
        return types.count == 1 ? types.first : nil
    }

    /// How many packets each reason kept from being understood to their payload.
    public var faults: Counts<DecodingFault> {
        Counts(packets.lazy.compactMap(\.fault))
    }
}
