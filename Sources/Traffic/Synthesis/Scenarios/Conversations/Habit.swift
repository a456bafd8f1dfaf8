/// Something that hosts do again and again.
///
/// A habit has a generator of its own, so that what others do changes nothing about it.
protocol Habit: Sendable {
    /// The next occasion, never before the one before; nil when there are no more.
    mutating func next() -> Occasion?
}

/// What happens on one occasion: conversations, of which none begins before it.
struct Occasion: Sendable {
    /// In seconds after the scenario's start.
    let seconds: Double
    var conversations: [Conversation]
}

/// The conversations of a habit, in the order in which they begin.
struct HabitSource: Sendable {
    private var habit: any Habit
    private var upcoming: Occasion?
    private var waiting = TimedHeap<Int, Conversation>()
    private var planned = 0

    init(_ habit: any Habit) {
        self.habit = habit
        upcoming = self.habit.next()
    }

    /// When the next conversation begins; nil when there are no more.
    mutating func nextSeconds() -> Double? {
        plan()
        return waiting.nextSeconds
    }

    /// Takes the next conversation out.
    mutating func popFirst() -> Conversation? {
        plan()
        return waiting.popFirst()
    }

    /// Draws occasions until none that is still to be drawn can begin before what waits.
    private mutating func plan() {
        while let occasion = upcoming, occasion.seconds <= waiting.nextSeconds ?? .infinity {
            for conversation in occasion.conversations {
                waiting.add(conversation, at: conversation.seconds, rank: planned)
                planned += 1
            }
            upcoming = habit.next()
        }
    }
}
