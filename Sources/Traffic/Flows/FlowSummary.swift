/// What became of packets and flows.
public struct FlowSummary: Hashable, Sendable {
    /// Packets that were counted in a flow.
    public internal(set) var metered = 0
    /// Packets that belong to no flow, because they carry no IP.
    public internal(set) var withoutIP = 0
    /// Packets that belong to no flow, because a checksum was verified and is wrong.
    public internal(set) var discarded = 0
    /// Packets that could not be understood whole, by reason; those with an IP header are metered all the same, but for
    /// wrong checksums.
    public internal(set) var faults: [DecodingFault: Int] = [:]
    /// Later fragments that joined the flow of their packet's first one.
    public internal(set) var joinedFragments = 0
    /// Fragments metered without ports, since their packet's first one was not seen before them.
    public internal(set) var fragmentsWithoutFirst = 0
    /// Fragments with bytes that other fragments of their packet had brought already.
    public internal(set) var overlappingFragments = 0
    /// Flows that ended, by reason.
    public internal(set) var ends: [FlowEnd: Int] = [:]
    /// The most flows that were live at once.
    public internal(set) var mostLiveFlows = 0

    /// Nothing yet.
    public init() {}

    /// All packets.
    public var packets: Int { metered + withoutIP + discarded }
    /// All flows that have ended.
    public var flows: Int { ends.values.reduce(0, +) }
}

extension FlowSummary {
    /// Counts a packet that is of interest by itself, in no flow.
    /// - Returns: whether it counts: not where a checksum was verified and is wrong.
    package mutating func count(_ packet: Packet) -> Bool {
        if let fault = packet.fault { faults[fault, default: 0] += 1 }
        let isDiscarded = packet.fault?.isWrongChecksum ?? false
        if isDiscarded {
            discarded += 1
        } else if packet.network == nil {
            withoutIP += 1
        } else {
            metered += 1
        }
        return !isDiscarded
    }
}
