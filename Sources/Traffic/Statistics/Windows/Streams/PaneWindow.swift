/// What was counted in the window at hand, and in each of its panes where another window will need them.
struct PaneWindow: Sendable {
    private(set) var fields: [PaneCounts]
    private(set) var packets = 0
    /// When its first packet came.
    private(set) var start: Timestamp?
    private let keepsPanes: Bool
    /// The panes in which something happened, in order.
    private var panes = Queue<Pane>()

    private struct Pane: Sendable {
        let number: UInt64
        let start: Timestamp
        var packets = 0
    }

    init(fields: Int, keepsPanes: Bool) {
        self.fields = Array(repeating: PaneCounts(), count: fields)
        self.keepsPanes = keepsPanes
    }

    /// Counts a packet's values in a pane that is not before the last one.
    mutating func add(_ values: [FieldObservation?], at time: Timestamp, pane: UInt64) {
        if start == nil { start = time }
        packets += 1
        if keepsPanes {
            if panes.last?.number != pane { panes.append(Pane(number: pane, start: time)) }
            panes.updateLast { $0.packets += 1 }
        }
        for (field, value) in values.enumerated() {
            guard let value else { continue }
            fields[field].add(value, pane: keepsPanes ? pane : nil)
        }
    }

    /// Takes back whatever lies in panes before `number`.
    mutating func removePanes(before number: UInt64) {
        guard keepsPanes, let last = panes.last, last.number >= number else { return reset() }
        while let first = panes.first, first.number < number {
            packets -= first.packets
            panes.removeFirst()
        }
        for field in fields.indices { fields[field].removePanes(before: number) }
        start = panes.first?.start
    }

    private mutating func reset() {
        self = PaneWindow(fields: fields.count, keepsPanes: keepsPanes)
    }
}
