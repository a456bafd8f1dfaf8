import Traffic
import TrafficCapture

extension MeteringSummary {
    /// The summary for a program.
    var json: JSON {
        .object([
            "frames": .integer(report.frames), "framesWithoutTime": .integer(report.framesWithoutTime),
            "filteredOut": .integer(report.filteredOut),
            "metered": .integer(report.flows.metered), "withoutIP": .integer(report.flows.withoutIP),
            "discarded": .integer(report.flows.discarded), "faults": faults,
            "fragments": fragments, "flows": flows, "memory": .integer(report.memory), "capture": capture,
            "warnings": .array(report.warnings.map { .string("\($0)") }),
            "unreadable": .array(report.unreadable.map { .string("\($0)") }), "seconds": .number(seconds),
        ])
    }

    private var faults: JSON {
        .members(report.flows.faultsByFrequency.map { .init(key: "\($0.fault)", value: .integer($0.count)) })
    }

    private var fragments: JSON {
        guard let flows = outcome.flows else { return .null }
        return .object([
            "joined": .integer(flows.joinedFragments), "withoutFirst": .integer(flows.fragmentsWithoutFirst),
            "overlapping": .integer(flows.overlappingFragments),
        ])
    }

    private var flows: JSON {
        guard let flows = outcome.flows else { return .null }
        let ends = FlowEnd.allCases.map { JSON.Member(key: "\($0)", value: .integer(flows.ends[$0] ?? 0)) }
        return .object([
            "count": .integer(flows.flows), "ends": .members(ends), "mostLive": .integer(flows.mostLiveFlows),
        ])
    }

    private var capture: JSON {
        guard let live = outcome.live else { return .null }
        let counts = live.statistics
        return .object([
            "captured": .integer(Int(clamping: counts.delivered)),
            "received": .integer(Int(clamping: counts.received)),
            "droppedByKernel": .integer(Int(clamping: counts.dropped)),
            "droppedByInterface": counts.droppedByInterface.map { .integer(Int(clamping: $0)) } ?? .null,
            "end": .string("\(live.end)"),
        ])
    }
}
