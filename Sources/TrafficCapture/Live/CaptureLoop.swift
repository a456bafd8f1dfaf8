import Traffic

/// The loop of a running capture: hands over what waits, ticks, and sees when it is over.
struct CaptureLoop {
    private let handle: LiveHandle
    private let options: LiveCaptureOptions
    private let index: InterfaceIndex
    private let readiness: Readiness
    private let sink: FrameSink
    private let body: (LiveEvent) -> Bool
    private let deadline: ContinuousClock.Instant?
    private var nextTick: ContinuousClock.Instant
    private var lastTick: Timestamp?
    private var counters: KernelCounters
    /// Whether the body wants no more events.
    private var isRefused = false

    /// How many packets are handed over before the loop looks at anything else.
    private static let batch = 512
    /// How much later than its capture a packet may still come though none is waiting: a block's time, and as much
    /// again for the kernel's timer.
    private static let delay = Duration.milliseconds(2 * Int64(LiveHandle.blockMilliseconds))

    /// Looks at nothing yet; `body` takes an event and says whether it wants another.
    init(of capture: LiveCapture, until stopper: CaptureStopper?, body: @escaping (LiveEvent) -> Bool) {
        handle = capture.handle
        options = capture.options
        index = capture.index
        counters = capture.counters
        self.body = body
        readiness = Readiness(packets: handle.socket.descriptor, stop: stopper?.pipe.readingEnd)
        sink = FrameSink(of: handle) { bytes, frame in body(.frame(bytes, frame)) }
        deadline = options.durationLimit.map { capture.opened.advanced(by: $0) }
        nextTick = ContinuousClock.now.advanced(by: options.tickInterval)
    }

    /// Runs until the capture ends.
    mutating func run() -> LiveCaptureReport {
        var end: CaptureEnd?
        while end == nil { end = step() }
        let reason = end ?? .stopped
        handle.socket.receiveNothingMore()
        drain()
        return LiveCaptureReport(end: reason, statistics: statistics())
    }
}

extension CaptureLoop {
    /// One turn: what waits, then a tick, then sleep.
    /// - Returns: why the capture ends, or nil.
    private mutating func step() -> CaptureEnd? {
        let before = LiveClock.now
        let isEmpty: Bool
        switch handOver() {
        case .more: isEmpty = false
        case .nothing: isEmpty = true
        case .over(let reason): return reason
        }
        let now = ContinuousClock.now
        if let deadline, now >= deadline { return .durationLimit }
        if now >= nextTick { tick((isEmpty ? before : sink.latest ?? before) - Self.delay, at: now) }
        return isRefused ? .stopped : sleep(isEmpty: isEmpty, from: now)
    }

    private enum Waiting {
        case more
        case nothing
        case over(CaptureEnd)
    }

    /// Hands over a batch of what waits.
    /// - Returns: whether more may be waiting, or why the capture is over.
    private mutating func handOver() -> Waiting {
        let room = min(Self.batch, remaining)
        guard room > 0 else { return .over(.packetLimit) }
        switch handle.dispatch(atMost: room, to: sink) {
        case .frames where remaining == 0: return .over(.packetLimit)
        case .frames(let count): return count < room ? .nothing : .more
        case .refused: isRefused = true
        case .failed(let reason) where !index.isGone: return .over(.failed(name: options.interface, reason: reason))
        case .failed: return .over(.interfaceVanished(name: options.interface))
        }
        return .over(.stopped)
    }

    /// How many packets may still be handed over.
    private var remaining: Int {
        if isRefused { return 0 }
        return options.packetLimit.map { $0 - Int(sink.delivered) } ?? .max
    }

    private mutating func sleep(isEmpty: Bool, from now: ContinuousClock.Instant) -> CaptureEnd? {
        let wake = deadline.map { min($0, nextTick) } ?? nextTick
        return readiness.wait(atMost: isEmpty ? now.duration(to: wake) : .zero) ? .stopped : nil
    }

    private mutating func tick(_ time: Timestamp, at now: ContinuousClock.Instant) {
        let time = max(time, lastTick ?? time)
        lastTick = time
        nextTick = now.advanced(by: options.tickInterval)
        if !body(.tick(time, statistics())) { isRefused = true }
    }

    private mutating func statistics() -> CaptureStatistics {
        handle.read(into: &counters)
        counters.advance(droppedByInterface: index.drops)
        return counters.statistics(delivered: sink.delivered)
    }

    /// Hands over what the kernel had put into the buffer before it was told to stop.
    private mutating func drain() {
        let patience = ContinuousClock.now.advanced(by: Self.delay * 5)
        let packets = Readiness(packets: handle.socket.descriptor, stop: nil)
        repeat {
            while case .more = handOver() {}
            let counts = statistics()
            // A block that is not full comes when its time is over; the counts tell whether there is one.
            guard remaining > 0, counts.delivered < counts.seen else { return }
            _ = packets.wait(atMost: Self.delay)
        } while ContinuousClock.now < patience
    }
}
