/// The clock by which silent flows end: it follows the packets' times, counts in ticks, and never goes back.
///
/// Captures are merged, damaged, or recorded while a clock was set. A step back within the idle time-out is ordinary
/// disorder and leaves the clock as it is; a greater one is taken for a new beginning from which the clock goes on. So
/// no time stamp whatever makes the table stop, or go over all its flows more than once.
struct FlowClock {
    private let tickLength: Int64
    private let disorder: Int64
    private var last: Int64?
    /// Nanoseconds since the tick began.
    private var elapsed: Int64 = 0
    private var ticks: UInt32 = 0

    /// A tick is this share of the idle time-out.
    static let ticksPerTimeout: Int64 = 128
    private static let shortestTick: Int64 = 1_000_000
    /// Nine years: so that a turn of the wheel is a number of nanoseconds.
    private static let longestSpan: Int64 = 1 << 58

    init(_ options: FlowOptions) {
        let timeout = options.idleTimeout ?? options.activeTimeout ?? .seconds(256)
        let span = min(timeout.wholeNanoseconds, Self.longestSpan)
        tickLength = max(span / Self.ticksPerTimeout, Self.shortestTick)
        disorder = max(span, Self.shortestTick)
    }
}

extension FlowClock {
    /// Goes on to the time of the next packet, or of the world where none comes.
    /// - Returns: the tick it is now.
    @inline(__always)
    mutating func advance(to time: Int64) -> UInt32 {
        guard let last else {
            last = time
            return 0
        }
        let step = time.subtractingReportingOverflow(last)
        if !step.overflow, step.partialValue <= 0, step.partialValue >= -disorder { return ticks }
        self.last = time
        guard step.overflow ? time > last : step.partialValue > 0 else { return ticks }
        move(by: step.overflow ? .max : step.partialValue)
        return ticks
    }

    /// How many ticks a duration lasts, rounded up; held at half of what a tick's number counts to, so that one more
    /// always fits.
    func ticks(in duration: Duration) -> UInt32 {
        let nanoseconds = max(duration.wholeNanoseconds, 0)
        return UInt32(min((nanoseconds - 1) / tickLength + 1, Int64(Int32.max)))
    }

    /// A step of more than a turn of the wheel counts as one turn: everything silent is over by then.
    @inline(__always)
    private mutating func move(by step: Int64) {
        elapsed += min(step, tickLength * Int64(TimerWheel.bucketCount))
        if elapsed >= tickLength { turn() }
    }

    private mutating func turn() {
        ticks &+= UInt32(truncatingIfNeeded: elapsed / tickLength)
        elapsed %= tickLength
    }
}
