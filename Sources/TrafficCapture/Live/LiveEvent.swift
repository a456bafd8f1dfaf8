import Traffic

/// What a running capture hands over, one after another.
public enum LiveEvent: ~Escapable {
    /// A packet: its captured bytes, from the link's header on, and what is known of it besides. The bytes are where
    /// the kernel put them and stay there only as long as this is being handled.
    case frame(RawSpan, LiveFrame)
    /// Time has come to this moment: every packet captured before it has been handed over. Comes at
    /// ``LiveCaptureOptions/tickInterval``, also without any traffic, and never goes backwards.
    case tick(Timestamp, CaptureStatistics)
}

/// What a capture knows of a packet besides its bytes.
public struct LiveFrame: Timed, Hashable, Sendable {
    /// When the kernel saw it.
    public var time: Timestamp
    /// How many bytes it had on the link, captured or not.
    public var originalLength: Int
    /// How its first bytes are to be read.
    public var link: LinkType

    /// What is known of a packet captured at `time`.
    public init(time: Timestamp, originalLength: Int, link: LinkType) {
        self.time = time
        self.originalLength = originalLength
        self.link = link
    }
}

extension Packet {
    /// Decodes a packet a live capture hands over.
    public init(decoding bytes: RawSpan, of frame: LiveFrame) {
        self.init(decoding: bytes, link: frame.link, time: frame.time, originalLength: frame.originalLength)
    }
}
