/// The traffic of a scenario, drawn packet by packet in order of time.
///
///     var simulation = try scenario.simulation()
///     while let frame = simulation.nextFrame() { try writer.append(frame.frame.bytes.span.bytes, time: frame.time) }
///     simulation.episodes        // what happened, with the counts
///
/// Only conversations that are going on are held. A packet from ``next()`` is what the frame from ``nextFrame()`` in
/// its place decodes to; frames take longer, as each byte of theirs is made.
public struct Simulation: Sequence, IteratorProtocol, Sendable {
    /// What happened, everyday work first, then all else in order of time; counts are those of the packets drawn so
    /// far.
    public private(set) var episodes: [Episode]
    private let start: Timestamp
    private let length: Double
    private var sources: [Source]
    private var agenda = TimedHeap<Rank, Event>()
    private var live: [Live?] = []
    private var free: [Int] = []

    /// Draws from a scenario whose figures make sense.
    init(_ scenario: OfficeScenario) {
        let scene = OfficeScene(scenario)
        (start, length) = (scene.start, scene.length)
        sources = scene.everydaySources
        episodes = [scene.everyday]
        for (anomaly, occurrence) in scenario.orderedAnomalies {
            let incident = anomaly.incident(in: scene, scene.generator(anomaly.key + [occurrence]))
            sources.append(Source(habit: HabitSource(incident), episode: episodes.count))
            episodes.append(scene.episode(of: anomaly, number: episodes.count, incident))
        }
        for number in sources.indices { schedule(source: number) }
    }

    /// The next packet: what its headers say. Nil when the time is over.
    public mutating func next() -> LabelledPacket? {
        guard let (sketch, episode) = nextSketch() else { return nil }
        let packet = sketch.packet(at: start.after(sketch.seconds))
        episodes[episode].count(at: packet.time, bytes: packet.originalLength)
        return LabelledPacket(packet: packet, label: episodes[episode].label)
    }

    /// The next packet as a whole frame. Nil when the time is over.
    public mutating func nextFrame() -> LabelledFrame? {
        guard let (sketch, episode) = nextSketch() else { return nil }
        let frame = TimedFrame(time: start.after(sketch.seconds), bytes: sketch.bytes)
        episodes[episode].count(at: frame.time, bytes: frame.bytes.count)
        return LabelledFrame(frame: frame, label: episodes[episode].label)
    }

    /// What is still to come, as whole frames.
    public var frames: some Sequence<LabelledFrame> {
        sequence(state: self) { $0.nextFrame() }
    }
}

extension Simulation {
    /// A habit, and the episode it belongs to.
    struct Source: Sendable {
        var habit: HabitSource
        let episode: Int
        /// How many conversations have begun.
        var begun = 0
    }

    /// A conversation that is going on.
    private struct Live: Sendable {
        var conversation: Conversation
        var upcoming: FrameSketch
        let episode: Int
        let rank: Rank
    }

    /// Which comes first of what happens at one moment: a matter of its source, and of the place in it.
    private struct Rank: Comparable, Sendable {
        let source: Int
        let number: Int

        static func < (left: Rank, right: Rank) -> Bool {
            (left.source, left.number) < (right.source, right.number)
        }
    }

    private enum Event: Sendable {
        /// A conversation of a source begins.
        case beginning(source: Int)
        /// A conversation that is going on goes on.
        case frame(slot: Int)
    }

    private mutating func schedule(source number: Int) {
        guard let seconds = sources[number].habit.nextSeconds(), seconds < length else { return }
        let rank = Rank(source: number, number: sources[number].begun)
        agenda.add(.beginning(source: number), at: seconds, rank: rank)
    }

    private mutating func nextSketch() -> (FrameSketch, episode: Int)? {
        while let seconds = agenda.nextSeconds, seconds < length, let event = agenda.popFirst() {
            switch event {
            case .beginning(let number): begin(number)
            case .frame(let slot):
                if let frame = advance(slot) { return frame }
            }
        }
        return nil
    }

    private mutating func begin(_ number: Int) {
        let rank = Rank(source: number, number: sources[number].begun)
        guard var conversation = sources[number].habit.popFirst() else { return }
        sources[number].begun += 1
        schedule(source: number)
        guard let first = conversation.next() else { return }
        let episode = sources[number].episode
        episodes[episode].conversations += 1
        let slot = free.popLast() ?? live.count
        if slot == live.count { live.append(nil) }
        live[slot] = Live(conversation: conversation, upcoming: first, episode: episode, rank: rank)
        agenda.add(.frame(slot: slot), at: first.seconds, rank: rank)
    }

    /// Takes the frame of a conversation that is due.
    private mutating func advance(_ slot: Int) -> (FrameSketch, episode: Int)? {
        guard let sketch = live[slot]?.upcoming, let episode = live[slot]?.episode, let rank = live[slot]?.rank
        else { return nil }
        if let upcoming = live[slot]?.conversation.next() {
            live[slot]?.upcoming = upcoming
            agenda.add(.frame(slot: slot), at: upcoming.seconds, rank: rank)
        } else {
            live[slot] = nil
            free.append(slot)
        }
        return (sketch, episode)
    }
}
