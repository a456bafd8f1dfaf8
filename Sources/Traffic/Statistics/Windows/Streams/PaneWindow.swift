/// What was counted in the window at hand, and in each of its panes where another window will need them.
struct PaneWindow: Sendable {
    private(set) var counts: [Counts<FieldObservation>]
    private(set) var packets = 0
    /// When its first packet came.
    private(set) var start: Timestamp?
    private let keepsPanes: Bool
    /// The panes in which something happened, in order.
    private var panes: [Pane] = []

    private struct Pane: Sendable {
        let number: UInt64
        let start: Timestamp
        var counts: [Counts<FieldObservation>]
        var packets = 0
    }

    init(fields: Int, keepsPanes: Bool) {
        counts = Array(repeating: Counts(), count: fields)
        self.keepsPanes = keepsPanes
    }

    /// Counts a packet's values in a pane that is not before the last one.
    mutating func add(_ values: [FieldObservation?], at time: Timestamp, pane: UInt64) {
        if start == nil { start = time }
        packets += 1
        if keepsPanes, panes.last?.number != pane {
            panes.append(Pane(number: pane, start: time, counts: counts.map { _ in Counts() }))
        }
        if keepsPanes { panes[panes.count - 1].packets += 1 }
        for (field, value) in values.enumerated() {
            guard let value else { continue }
            counts[field].add(value)
            if keepsPanes { panes[panes.count - 1].counts[field].add(value) }
        }
    }

    /// Takes back whatever lies in panes before `number`.
    mutating func removePanes(before number: UInt64) {
        guard keepsPanes else { return reset() }
        let leaving = panes.prefix { $0.number < number }
        guard leaving.count < panes.count else { return reset() }
        for pane in leaving { remove(pane) }
        panes.removeFirst(leaving.count)
        start = panes.first?.start
    }

    private mutating func remove(_ pane: Pane) {
        packets -= pane.packets
        for field in counts.indices {
            for (value, count) in pane.counts[field].byValue {
                for _ in 0..<count { counts[field].remove(value) }
            }
        }
    }

    private mutating func reset() {
        counts = counts.map { _ in Counts() }
        panes = []
        packets = 0
        start = nil
    }
}
