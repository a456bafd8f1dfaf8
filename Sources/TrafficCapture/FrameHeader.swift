import Traffic

/// What a capture says of one frame beside its bytes.
public struct FrameHeader: Timed, Hashable, Sendable {
    /// When the frame was captured; the epoch where ``hasTime`` is false.
    public var time: Timestamp
    /// How many bytes the frame had on the link, as the capture says: a damaged one may name fewer than it holds.
    public var originalLength: Int
    /// How the first bytes are to be read.
    public var linkType: LinkType
    /// The place of the frame's interface among those of its capture.
    public var interface: Int
    /// Whether the capture has a time for the frame: simple packet blocks of pcapng have none, which
    /// ``CaptureSummary/framesWithoutTime`` counts.
    public var hasTime: Bool

    /// The header of a frame.
    @inline(__always)
    public init(time: Timestamp, originalLength: Int, linkType: LinkType, interface: Int = 0, hasTime: Bool = true) {
        self.time = time
        self.originalLength = originalLength
        self.linkType = linkType
        self.interface = interface
        self.hasTime = hasTime
    }
}

/// What to do after a frame.
public enum FrameVisit: Hashable, Sendable {
    /// Go on to the next frame.
    case next
    /// Read no further.
    case stop
}

extension Packet {
    /// Decodes one captured frame.
    public init(decoding bytes: RawSpan, _ header: FrameHeader, tunnels: TunnelDepth = .all) {
        self.init(
            decoding: bytes, link: header.linkType, time: header.time, originalLength: header.originalLength,
            tunnels: tunnels)
    }
}
