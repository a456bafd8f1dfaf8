import NotebookDisplay
import Traffic
import TrafficCapture

/// The closing summary: where every packet went, why flows ended, and what it took.
struct MeteringSummary {
    let outcome: MeteringOutcome
    /// How long the work took.
    let seconds: Double

    var report: MeteringReport { outcome.report }

    /// The summary for a person.
    ///
    ///     69,785 packets in 1.02 s (68,400/s): 69,001 metered, 784 without IP
    ///       not understood whole: packet ends within the TCP header (12)
    ///     1,203 flows: 900 idle, 303 end of capture; at most 800 live, 1.2 MB
    var lines: [String] {
        ([packets] + [faults, timeless, fragments].compactMap { $0.map { "  " + $0 } }
            + [flows, live].compactMap { $0 })
    }
}

extension MeteringSummary {
    private var packets: String {
        let rate = number(Int(Double(report.frames) / seconds))
        let filtered = report.filteredOut == 0 ? "" : ", \(number(report.filteredOut)) filtered out"
        let discarded = report.flows.discarded == 0 ? "" : ", \(number(report.flows.discarded)) discarded"
        let verb = outcome.flows == nil ? "with IP" : "metered"
        return "\(report.frames.counted("packet")) in \(NumberFormat.seconds.text(for: seconds)) (\(rate)/s): "
            + "\(number(report.flows.metered)) \(verb), \(number(report.flows.withoutIP)) without IP\(discarded)\(filtered)"
    }

    private var faults: String? {
        guard !report.flows.faults.isEmpty else { return nil }
        let reasons = report.flows.faultsByFrequency.map { "\($0.fault) (\(number($0.count)))" }
        return "not understood whole: \(reasons.joined(separator: ", "))"
    }

    private var timeless: String? {
        guard report.framesWithoutTime > 0 else { return nil }
        return "without a time in the capture, so that they count as of 1970: \(number(report.framesWithoutTime))"
    }

    private var fragments: String? {
        guard let flows = outcome.flows else { return nil }
        let counts = [flows.joinedFragments, flows.fragmentsWithoutFirst, flows.overlappingFragments]
        guard counts.contains(where: { $0 > 0 }) else { return nil }
        return "fragments: \(number(counts[0])) joined their packet's first, \(number(counts[1])) came without it, "
            + "\(number(counts[2])) overlapped others"
    }

    private var flows: String? {
        guard let flows = outcome.flows else { return nil }
        let ends = FlowEnd.allCases.compactMap { end in
            flows.ends[end].flatMap { $0 > 0 ? "\(number($0)) \(end)" : nil }
        }
        let head = flows.flows.counted("flow") + (ends.isEmpty ? "" : ": \(ends.joined(separator: ", "))")
        let each = outcome.bytesPerFlow.map { ", \(number($0)) bytes each" } ?? ""
        return "\(head); at most \(number(flows.mostLiveFlows)) live\(each)"
    }

    private var live: String? { outcome.live.map { CaptureText.conclusion(of: $0) } }

    private func number(_ number: Int) -> String { NumberFormat.integer.text(for: number) }
}

extension FlowSummary {
    /// The reasons, the most frequent first, equally frequent ones by their words.
    var faultsByFrequency: [(fault: DecodingFault, count: Int)] {
        faults.map { (fault: $0.key, count: $0.value) }.sorted {
            ($1.count, "\($0.fault)") < ($0.count, "\($1.fault)")
        }
    }
}

extension MeteringOutcome {
    /// The memory of a live flow; nil for so few that what the table keeps in reserve would count more.
    var bytesPerFlow: Int? {
        guard let most = flows?.mostLiveFlows, most >= 10_000 else { return nil }
        return report.memory / most
    }
}
