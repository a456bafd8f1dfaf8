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
    private let filling: BufferFilling
    private var nextTick: ContinuousClock.Instant
    private var lastTick: Timestamp?
    private var counters = KernelCounters()
    /// Whether the body wants no more events.
    private var isRefused = false

    /// How many packets are handed over before the loop looks at anything else.
    private static let batch = 512

    /// - Parameter body: takes an event, and says whether it wants another.
    init(
        _ handle: LiveHandle, _ options: LiveCaptureOptions, opened: ContinuousClock.Instant, index: InterfaceIndex,
        stopper: CaptureStopper?, body: @escaping (LiveEvent) -> Bool
    ) {
        self.handle = handle
        self.options = options
        self.index = index
        self.body = body
        readiness = Readiness(packets: handle.socket.descriptor, stop: stopper?.pipe.readingEnd)
        sink = FrameSink(of: handle) { bytes, frame in body(.frame(bytes, frame)) }
        deadline = options.durationLimit.map { opened.advanced(by: $0) }
        filling = BufferFilling(options)
        nextTick = ContinuousClock.now.advanced(by: options.tickInterval)
    }

    /// Runs until the capture ends.
    mutating func run() -> LiveCaptureReport {
        var end: CaptureEnd?
        while end == nil { end = step() }
        let reason = end ?? .stopped
        handle.socket.receiveNothingMore()
        if reason != .packetLimit, !isRefused { drain() }
        return LiveCaptureReport(end: reason, statistics: statistics())
    }
}

extension CaptureLoop {
    /// One turn: what waits, then a tick, then sleep.
    /// - Returns: why the capture ends, or nil.
    private mutating func step() -> CaptureEnd? {
        let before = LiveClock.now
        let room = min(Self.batch, remaining)
        var isEmpty = false
        switch handle.dispatch(atMost: room, to: sink) {
        case .frames(let count): isEmpty = count < room
        case .refused: isRefused = true
        case .failed(let reason): return end(afterFailure: reason)
        }
        if isRefused { return .stopped }
        if remaining == 0 { return .packetLimit }
        let now = ContinuousClock.now
        if let deadline, now >= deadline { return .durationLimit }
        if now >= nextTick {
            tick(isEmpty ? before - filling.delay : sink.latest ?? before, at: now)
        }
        return sleep(isEmpty: isEmpty, from: now)
    }

    /// How many packets may still be handed over.
    private var remaining: Int {
        options.packetLimit.map { $0 - Int(sink.delivered) } ?? .max
    }

    private func end(afterFailure reason: String) -> CaptureEnd {
        index.isGone
            ? .interfaceVanished(name: options.interface) : .failed(name: options.interface, reason: reason)
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
        return counters.statistics(delivered: sink.delivered)
    }

    /// Hands over what the kernel had put into the buffer before it was told to stop.
    private mutating func drain() {
        let patience = ContinuousClock.now.advanced(by: filling.delay * 5)
        let packets = Readiness(packets: handle.socket.descriptor, stop: nil)
        repeat {
            while case .frames(let count) = handle.dispatch(atMost: Self.batch, to: sink), count > 0 {}
            // A block that is not full comes when its time is over; the counts tell whether there is one.
            guard statistics().delivered < statistics().seen else { return }
            _ = packets.wait(atMost: .milliseconds(Int64(BufferFilling.blockMilliseconds)))
        } while ContinuousClock.now < patience
    }
}
