/// What a flow is, and what is measured of it.
///
///     var options = FlowOptions()
///     options.idleTimeout = .seconds(15)
///     let flows = packets.flows(options)
public struct FlowOptions: Hashable, Sendable {
    /// A flow ends when no packet has come for this long; nil: never.
    public var idleTimeout: Duration? = .seconds(120)
    /// A flow older than this ends at its next packet, which opens another; nil: never.
    public var activeTimeout: Duration? = .seconds(1800)
    /// How long a TCP connection that was closed or reset waits for packets under way; nil: FIN and RST end no flow.
    public var linger: Duration? = .seconds(5)
    /// Whether the same addresses and ports in different VLANs are different flows.
    public var distinguishesVLANs = true
    /// Whether the same addresses and ports in different tunnels are different flows.
    public var distinguishesTunnels = true
    /// What tells ICMP flows between the same two hosts apart.
    public var icmp = ICMPGrouping.hosts
    /// Who is held to be the initiator of a flow.
    public var initiator = InitiatorRule.evidence
    /// Whether each direction is a flow of its own.
    public var isUnidirectional = false
    /// The level at which the minimum, mean, deviation and maximum of packet sizes are taken.
    public var sizes = ByteLevel.link
    /// How many first packets of each flow are listed with their size, direction and gap.
    public var firstPackets = 0
    /// Whether the bytes of the payload are counted, for their distribution and entropy.
    public var countsPayloadBytes = false
    /// Whether bursts, bulks and pauses are measured.
    public var measuresActivity = false
    /// Whether the hardware addresses of each flow's first packet are kept.
    public var keepsHardwareAddresses = false
    /// The most flows held at once; beyond, the one that has been silent the longest is ended.
    public var capacity = 4_000_000
    /// Seeds the hash of the table; it changes no result. By default a number that nobody can guess, so that senders of
    /// hostile traffic cannot choose addresses that collide; it is the same for all meters of a process.
    public var hashSeed: UInt64 = Self.processSeed

    /// The defaults: 120 s idle, 1800 s active, 5 s linger, everything told apart.
    public init() {}

    /// Made of the key that the standard library draws from the system when a process starts, for its dictionaries.
    ///
    /// Drawing a number here would be seen by notebooks, which then run such a cell anew each time; and under
    /// `SWIFT_DETERMINISTIC_HASHING` this one is the same in each run, as is asked for there.
    private static var processSeed: UInt64 { UInt64(truncatingIfNeeded: Hasher().finalize()) }

    /// Whether packets are noted in ways that flows do without by default.
    var notesPackets: Bool { firstPackets > 0 || countsPayloadBytes || measuresActivity }
}

/// What tells ICMP flows between the same two hosts apart.
public enum ICMPGrouping: UInt8, Hashable, Sendable, CaseIterable {
    /// Nothing: all control messages between two hosts are one flow.
    case hosts
    /// The kind of message, in place of ports: a request and its reply are one flow, as in Zeek.
    case messageTypes
}

/// Who is held to be the initiator of a flow.
public enum InitiatorRule: UInt8, Hashable, Sendable, CaseIterable {
    /// Whom flags and well-known ports speak for, where the start was not captured: as in Zeek.
    case evidence
    /// Who sent the first packet captured: as in NFStream.
    case firstSender
}
