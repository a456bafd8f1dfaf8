/// How the packets of a flow were spread over time: bursts, bulks and pauses.
///
/// These are the figures CICFlowMeter made known, as its paper means them (Habibi Lashkari and others, Characterization
/// of Tor Traffic Using Time Based Features, ICISSP 2017).
public struct FlowActivity: Hashable, Sendable {
    /// How many parts the flow has that are separated by more than a second of silence; at least one.
    public var subflows = 1
    /// The bulks sent by the initiator.
    public var forwardBulks = BulkStatistics()
    /// The bulks sent by the responder.
    public var backwardBulks = BulkStatistics()
    /// How long the flow was active between silences of more than five seconds, in nanoseconds. Times of a single
    /// packet are left out.
    public var active = IntegerMoments()
    /// How long those silences were, in nanoseconds.
    public var idle = IntegerMoments()
    /// How many packets of the initiator carried payload.
    public var forwardDataPackets = 0
    /// How many packets of the responder carried payload.
    public var backwardDataPackets = 0
    /// The length of the shortest transport header the initiator sent, in bytes; nil where it sent nothing.
    public var shortestForwardHeader: Int?
}

/// Bulks: at least four packets with payload one way, none more than a second after the one before, and no payload the
/// other way between them.
public struct BulkStatistics: Hashable, Sendable {
    /// How many bulks there were.
    public var count = 0
    /// The packets in all of them.
    public var packets = 0
    /// The bytes of payload in all of them.
    public var payloadBytes = 0
    /// How long they lasted together, from the first packet of each to its last.
    public var duration = Duration.zero
}
