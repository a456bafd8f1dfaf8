import Traffic
import TrafficCapture

/// What became of packets, flows and their sources, by whatever way they were metered.
struct MeteringOutcome {
    /// How many frames were read.
    var frames = 0
    /// How many of them the filter left out.
    var filteredOut = 0
    /// Packets that were counted: in a flow, or as a row of their own.
    var metered = 0
    var withoutIP = 0
    /// Packets left out because a checksum is wrong.
    var discarded = 0
    var faults: [DecodingFault: Int] = [:]
    /// What became of flows; nil where packets are rows of their own.
    var flows: FlowSummary?
    /// The most memory that flows took up, in bytes.
    var memory = 0
    /// What there is to say of each file that was read.
    var captures: [CaptureSummary] = []
    /// Why files could not be read.
    var unreadable: [CaptureError] = []
    /// How a live capture ended.
    var live: LiveCaptureReport?
    /// Whether the person stopped the work before a file's end.
    var isInterrupted = false

    /// Takes over what the flow meter says.
    mutating func take(_ summary: FlowSummary) {
        flows = summary
        metered = summary.metered
        withoutIP = summary.withoutIP
        discarded = summary.discarded
        faults = summary.faults
    }

    /// Counts a packet that becomes no part of a flow.
    /// - Returns: whether it is to have a row.
    mutating func count(_ packet: Packet) -> Bool {
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

extension MeteringOutcome {
    /// What a report of metered files says.
    init(_ report: MeteringReport) {
        (frames, filteredOut, memory) = (report.frames, report.filteredOut, report.memory)
        (captures, unreadable) = (report.captures, report.unreadable)
        take(report.flows)
    }

    /// Whether there was nothing to be read at all.
    var isEmpty: Bool { captures.isEmpty && live == nil }
}
