/// A flow, and what it is part of.
public struct LabelledFlow: Hashable, Sendable {
    /// What was measured.
    public let flow: Flow
    /// What the flow is part of.
    public let label: TrafficLabel
}

/// Turns labelled packets into labelled flows as they come; without their labels, they are those of ``FlowMeter``.
///
///     var meter = LabelledFlowMeter()
///     for packet in try scenario.simulation() { meter.add(packet) { rows.append($0) } }
///     meter.finish { rows.append($0) }
public struct LabelledFlowMeter: ~Copyable {
    private var meter: FlowMeter
    /// What live flows are part of.
    private var labels: [FlowKey: TrafficLabel] = [:]

    /// A meter that has seen nothing yet.
    public init(_ options: FlowOptions = FlowOptions()) { meter = FlowMeter(options) }

    /// Adds a packet; `ended` is given each flow that ends by it, or by the time it came.
    ///
    /// Counting the bytes of payloads needs `bytes`, the packet as captured, from the link header on.
    public mutating func add(
        _ packet: LabelledPacket, bytes: RawSpan = RawSpan(), _ ended: (LabelledFlow) -> Void
    ) {
        let label = packet.label
        var labels: [FlowKey: TrafficLabel] = [:]
        swap(&labels, &self.labels)
        meter.add(packet.packet, bytes: bytes) { flow in
            ended(LabelledFlow(flow: flow, label: labels.removeValue(forKey: flow.key) ?? label))
        }
        let place = FlowPlace(packet.packet, ports: packet.packet.ports, meter.options)
        if let key = place?.key { labels[key] = label }
        self.labels = labels
    }

    /// Ends all flows.
    public mutating func finish(_ ended: (LabelledFlow) -> Void) {
        let labels = labels
        meter.finish { flow in ended(LabelledFlow(flow: flow, label: labels[flow.key] ?? .baseline)) }
    }

    /// How many flows are live now.
    public var liveFlows: Int { meter.liveFlows }
}

extension Simulation {
    /// The flows of what is still to come, in the order they end.
    public func flows(_ options: FlowOptions = FlowOptions()) -> [LabelledFlow] {
        var meter = LabelledFlowMeter(options)
        var flows: [LabelledFlow] = []
        for packet in self { meter.add(packet) { flows.append($0) } }
        meter.finish { flows.append($0) }
        return flows
    }
}

extension Profile where Row == LabelledFlow {
    /// The columns of a profile of flows, after them the episode, the label and the kind.
    public static func labelled(_ profile: Profile<Flow>) -> Profile {
        let columns = profile.columns.map { column in
            Column(column.name, column.type, unit: column.unit, column.meaning) { row, context in
                column.value(of: row.flow, in: context)
            }
        }
        return Profile(
            profile.name, summary: profile.summary, columns: columns + labels, deviations: profile.deviations,
            tunnels: profile.tunnels
        ) { profile.configure(&$0) }
    }

    private static let labels: [Column] = [
        Column("episode", .count, "The number of the episode; 0 is everyday work.") { .integer($0.label.episode) },
        Column("label", .word, "benign, fault or attack.") { .text($0.label.verdict.rawValue) },
        Column("kind", .word, "What the flow is part of.") { .text($0.label.name) },
    ]
}
