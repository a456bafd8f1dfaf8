/// What a piece of traffic is part of, as only who made it can know.
public struct TrafficLabel: Hashable, Sendable {
    /// The number of the episode: zero for everyday work.
    public let episode: Int
    /// What happened; nil for everyday work.
    public let kind: Anomaly.Kind?

    /// Everyday work.
    public static let baseline = TrafficLabel(episode: 0, kind: nil)

    /// Whether it is an attack, a fault, or neither.
    public var verdict: Verdict { kind?.verdict ?? .benign }

    /// The kind in a word, as in `vertical-scan`; `baseline` for everyday work.
    public var name: String { kind?.rawValue ?? "baseline" }
}

/// What a packet's headers say, and what it is part of.
public struct LabelledPacket: Timed, Hashable, Sendable {
    /// What the headers say.
    public let packet: Packet
    /// What the packet is part of.
    public let label: TrafficLabel

    /// What the headers of a frame say.
    public init(_ frame: LabelledFrame) { self.init(packet: frame.frame.packet, label: frame.label) }

    init(packet: Packet, label: TrafficLabel) { (self.packet, self.label) = (packet, label) }

    /// When it passed.
    public var time: Timestamp { packet.time }
}

/// The bytes of a frame, and what it is part of.
public struct LabelledFrame: Timed, Hashable, Sendable {
    /// The bytes, and when they passed.
    public let frame: TimedFrame
    /// What the frame is part of.
    public let label: TrafficLabel

    /// When it passed.
    public var time: Timestamp { frame.time }
}
