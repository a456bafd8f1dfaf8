/// The values of one field in the window at hand, with what each pane will take with it when it leaves.
///
/// What is noted of a pane is a value with a count, at first one for each observation. When the notes of the last pane
/// have doubled, equal ones become one: so they take memory for the pane's different values, not for its packets.
/// - Complexity: O(1) amortised an observation, that of leaving included.
struct PaneCounts: Sendable {
    private(set) var entropy = StreamingEntropy<FieldObservation>()
    private var notes = Queue<Note>()
    /// How many notes are of the last pane, and how many of them may be before equal ones are put together.
    private var lastPane = 0
    private var room = Self.leastRoom

    private static let leastRoom = 64

    private struct Note: Sendable {
        let pane: UInt64
        let value: FieldObservation
        var count: Int
    }

    /// Counts a value in a pane that is not before the last one; without a pane, in the window alone.
    mutating func add(_ value: FieldObservation, pane: UInt64?) {
        entropy.add(value)
        guard let pane else { return }
        if notes.last?.pane != pane { (lastPane, room) = (0, Self.leastRoom) }
        notes.append(Note(pane: pane, value: value, count: 1))
        lastPane += 1
        if lastPane == room { putTogether(pane) }
    }

    /// Takes back what was noted of panes before `number`.
    mutating func removePanes(before number: UInt64) {
        while let note = notes.first, note.pane < number {
            entropy.remove(note.value, times: note.count)
            notes.removeFirst()
        }
    }

    /// The order of a pane's notes does not matter, as they leave together.
    private mutating func putTogether(_ pane: UInt64) {
        lastPane = notes.replaceLast(lastPane) { notes in
            var counts: [FieldObservation: Int] = [:]
            for note in notes { counts[note.value, default: 0] += note.count }
            return counts.map { Note(pane: pane, value: $0.key, count: $0.value) }
        }
        room = max(2 * lastPane, Self.leastRoom)
    }
}
