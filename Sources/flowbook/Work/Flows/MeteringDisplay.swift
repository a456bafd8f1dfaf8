/// Shows how far metering is, a few times every second at most.
final class MeteringDisplay {
    private let reporter: ProgressReporter?
    private let began = ContinuousClock.now
    private var next: ContinuousClock.Instant

    private static let interval = Duration.milliseconds(100)
    /// Work that takes no longer shows nothing.
    private static let patience = Duration.milliseconds(500)

    /// Nothing is shown where `reporter` is nil.
    init(_ reporter: ProgressReporter?) {
        self.reporter = reporter
        next = began.advanced(by: Self.patience)
    }

    /// The time since the work began, in seconds.
    var seconds: Double { max((ContinuousClock.now - began) / .seconds(1), 1e-6) }

    /// Shows how far the work is, if it is time.
    func show(_ source: String, fraction: Double?, packets: Int, liveFlows: Int?) {
        guard let reporter else { return }
        let now = ContinuousClock.now
        guard now >= next else { return }
        next = now.advanced(by: Self.interval)
        let line = MeteringLine(
            source: source, fraction: fraction, packets: packets, packetsPerSecond: Double(packets) / seconds,
            liveFlows: liveFlows)
        reporter.show { line.text(width: $0) }
    }

    /// Leaves the line empty.
    func clear() { reporter?.clear() }
}
