/// Sorts packets into live flows, and gives out each flow when it ends.
///
/// Finding a flow costs one probe of the index and one look at its record; a flow that nothing is known of yet costs a
/// record more. Records live in slabs, the seldom needed parts apart: a one-way datagram flow holds 128 bytes, a
/// two-way one 232, a two-way TCP connection 296, and each 11 to 21 of the index besides.
struct FlowTable: ~Copyable {
    let options: FlowOptions
    var heads = Slab<FlowHead>()
    var replies = Slab<ReplyRecord>()
    var connections = Slab<ConnectionRecord>()
    var addresses = Slab<AddressPair>()
    /// The wide sums of long flows, by slot.
    var totals: [UInt32: FlowTotals] = [:]
    var hardware = HardwareTable()
    /// What is kept of few flows, or on demand.
    var extras = ExtrasTable()
    var index = FlowIndex()
    var wheel = TimerWheel()
    var clock: FlowClock
    let limits: FlowLimits
    /// How many flows ended, by reason.
    var ends: [FlowEnd: Int] = [:]
    /// The most flows there were at once.
    var mostLive = 0
    /// Of no meaning: it keeps the memory that is touched ahead from being left untouched.
    var prefetched: UInt64 = 0
    /// The tick it is now.
    var tick: UInt32 = 0

    init(_ options: FlowOptions) {
        self.options = options
        let clock = FlowClock(options)
        limits = FlowLimits(options, clock)
        self.clock = clock
    }

    /// How many flows are live.
    var count: Int { index.count }

    /// The memory held for flows, in bytes.
    var byteCount: Int {
        heads.byteCount + replies.byteCount + connections.byteCount + addresses.byteCount + index.byteCount
            + totals.capacity * MemoryLayout<FlowTotals>.stride + hardware.byteCount
            + extras.byteCount
    }
}

/// The time-outs in the units the table counts in: nanoseconds between packets, ticks of silence.
struct FlowLimits {
    let idle: Int64
    let active: Int64
    let linger: Int64
    let endsConnections: Bool
    let idleTicks: UInt32?
    let activeTicks: UInt32?
    /// How many ticks after its last packet a flow is looked at: the time-out has passed by then for certain; nil where
    /// there is none.
    let lookAgain: UInt32?
    /// The same for a connection that is over.
    let lookAgainClosing: UInt32?

    init(_ options: FlowOptions, _ clock: FlowClock) {
        idle = options.idleTimeout.map { max($0.wholeNanoseconds, 1) } ?? .max
        active = options.activeTimeout.map { max($0.wholeNanoseconds, 1) } ?? .max
        linger = options.linger.map { max($0.wholeNanoseconds, 1) } ?? .max
        endsConnections = options.linger != nil
        idleTicks = options.idleTimeout.map(clock.ticks)
        activeTicks = options.activeTimeout.map(clock.ticks)
        lookAgain = (idleTicks ?? activeTicks).map { $0 + 1 }
        lookAgainClosing = options.linger.map { clock.ticks(in: $0) + 1 } ?? lookAgain
    }
}
