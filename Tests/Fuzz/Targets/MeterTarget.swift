import Traffic

/// Options, then a sequence of packets and ticks: what a meter may be told, in any order and at any times.
enum MeterTarget {
    /// Small inputs must not ask for endless work.
    private static let mostPackets = 1000

    static func run(_ input: RawSpan) throws {
        var tape = Tape(input)
        var (choices, options) = (MeterChoices(&tape), FlowOptions())
        choices.apply(to: &options)
        // A finding is to be found again.
        options.hashSeed = 0
        let ledger = try meter(tape, options)
        try choices.encode(ledger.flows)
        guard choices.triesSeeds else { return }
        options.hashSeed = 0x9e37_79b9_7f4a_7c15
        let seeded = try meter(tape, options)
        try hold(seeded.flows == ledger.flows, "the seed of the hash changes no flow")
    }

    /// Meters everything once.
    private static func meter(_ tape: Tape, _ options: FlowOptions) throws -> MeterLedger {
        var (tape, source) = (tape, PacketSource())
        var meter = FlowMeter(options)
        var ledger = MeterLedger(options)
        while !tape.isAtEnd, ledger.packets < mostPackets {
            switch source.next(&tape) {
            case .packet(let packet, let bytes, let count):
                for repetition in 0..<count {
                    let packet = source.repeated(packet, repetition)
                    ledger.note(packet)
                    meter.add(packet, bytes: bytes.span.bytes) { ledger.flows.append($0) }
                    try ledger.checkLive(meter.liveFlows, meter.memory)
                }
            case .tick(let time): meter.tick(time) { ledger.flows.append($0) }
            }
        }
        meter.finish { ledger.flows.append($0) }
        try hold(meter.liveFlows == 0, "no flow outlives the end")
        try ledger.check(meter.summary)
        return ledger
    }
}

/// What went into a meter, and what came out.
struct MeterLedger {
    let options: FlowOptions
    var flows: [Flow] = []
    private(set) var packets = 0
    private var networkPackets = 0
    private var linkBytes = 0
    private var mostLive = 0

    init(_ options: FlowOptions) { self.options = options }

    mutating func note(_ packet: Packet) {
        packets += 1
        guard packet.network != nil else { return }
        networkPackets += 1
        linkBytes += packet.originalLength
    }

    /// Every live flow has records of at most 512 bytes, which are counted from their first use on, and on demand two
    /// counters for each value of a byte and a short list; tables that double go beyond.
    mutating func checkLive(_ live: Int, _ memory: Int) throws {
        mostLive = max(mostLive, live)
        try hold(live <= max(options.capacity, 1), "\(live) flows are live, of at most \(options.capacity)")
        try hold(memory <= (mostLive * 6 + 5 * 1024) * 1024, "\(mostLive) flows take up \(memory) bytes")
    }
}

extension MeterLedger {
    func check(_ summary: FlowSummary) throws {
        try hold(summary.packets == packets, "every packet is counted")
        try hold(summary.metered == networkPackets, "every packet of IP is metered")
        try hold(summary.flows == flows.count, "every flow that ended is handed out")
        try hold(summary.mostLiveFlows <= max(options.capacity, 1), "the most live flows are within the capacity")
        try hold(flows.reduce(0) { $0 + $1.both.packets } == networkPackets, "every packet is in one flow")
        try hold(flows.reduce(0) { $0 + $1.both.linkBytes } == linkBytes, "every byte is in one flow")
        for flow in flows { try check(flow) }
    }

    private func check(_ flow: Flow) throws {
        try hold(flow.both.packets > 0, "no flow is empty")
        try hold(flow.both.packets == flow.forward.packets + flow.backward.packets, "directions make up the flow")
        try hold(flow.firstPackets.count == min(options.firstPackets, flow.both.packets), "first packets are listed")
        try hold(flow.firstPackets.allSatisfy { $0.gap >= .zero }, "no gap is negative")
        try hold(!options.isUnidirectional || flow.backward.packets == 0, "a one-way flow goes one way")
        for side in [flow.forward, flow.backward, flow.both] { try check(side) }
        if let activity = flow.activity { try check(activity, flow) }
        try hold((flow.payload != nil) == options.countsPayloadBytes, "bytes are counted where that is asked for")
    }

    private func check(_ side: DirectionStatistics) throws {
        try hold(side.duration >= .zero, "no flow ends before it begins")
        try hold(side.sizes.count == side.packets, "every packet has a size")
        try hold(side.gaps.count == max(side.packets - 1, 0), "there is a gap between any two packets")
        try hold(side.retransmissions <= side.packets, "no more is sent again than is sent")
        try hold(side.sizes.minimum <= side.sizes.maximum, "sizes have an order")
        try hold(side.gaps.minimum <= side.gaps.maximum, "gaps have an order")
        try hold(side.sizes.variance >= 0 && side.gaps.variance >= 0, "no variance is negative")
        for bit in 0..<8 {
            try hold(side.flags[TCPFlags(rawValue: 1 << bit)] <= side.packets, "a flag is set once a packet")
        }
    }

    private func check(_ activity: FlowActivity, _ flow: Flow) throws {
        try hold(activity.subflows >= 1 && activity.subflows <= flow.both.packets, "subflows have packets")
        for bulks in [activity.forwardBulks, activity.backwardBulks] {
            try hold(bulks.duration >= .zero && bulks.packets >= 4 * bulks.count, "bulks have four packets")
        }
        try hold(activity.forwardDataPackets <= flow.forward.packets, "data packets are packets")
        try hold(activity.backwardDataPackets <= flow.backward.packets, "data packets are packets")
    }
}
