import Traffic
import TrafficCapture

/// What became of packets, flows and their sources, by whatever way they were metered.
struct MeteringOutcome {
    /// What became of files, packets and flows.
    var report = MeteringReport()
    /// Whether flows were made of the packets; if not, each was a row of its own.
    let hasFlows: Bool
    /// How a live capture ended.
    var live: LiveCaptureReport?
    /// Whether the person stopped the work before a file's end.
    var isInterrupted = false

    /// What became of flows; nil where packets are rows of their own.
    var flows: FlowSummary? { hasFlows ? report.flows : nil }

    /// Whether there was nothing to be read at all.
    var isEmpty: Bool { report.captures.isEmpty && live == nil }
}
