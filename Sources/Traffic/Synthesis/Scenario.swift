/// Kinds of traffic one after another: a day with a story.
///
///     let story = Scenario([
///         Scenario.Phase("baseline", lasting: .seconds(600), [.office]),
///         Scenario.Phase("attack", lasting: .seconds(200), [.office, .portScan]),
///         Scenario.Phase("post", lasting: .seconds(200), [.office]),
///     ])
///     var generator = NumPyGenerator(seed: 7)
///     let packets = try story.packets(using: &generator)
public struct Scenario: Hashable, Sendable {
    /// A part of the story, in which some kinds of traffic flow at once.
    public struct Phase: Hashable, Sendable {
        /// What the part is called.
        public var name: String
        /// How long it lasts.
        public var duration: Duration
        /// The kinds of traffic in it.
        public var profiles: [TrafficProfile]

        /// A part of the story.
        public init(_ name: String, lasting duration: Duration, _ profiles: [TrafficProfile]) {
            self.name = name
            self.duration = duration
            self.profiles = profiles
        }
    }

    /// The parts, in order.
    public var phases: [Phase]

    /// The story of some parts.
    public init(_ phases: [Phase]) {
        self.phases = phases
    }

    /// Draws the packets of the whole story, in order of time.
    /// - Throws: ``ChoiceError`` when a profile's weights are not amounts.
    public func packets(
        from start: Timestamp = Timestamp(nanoseconds: 0), using generator: inout NumPyGenerator
    ) throws(ChoiceError) -> [Packet] {
        var schedule = PacketSchedule()
        for (phase, begin) in zip(phases, begins(from: start)) {
            for profile in phase.profiles {
                try profile.draw(into: &schedule, for: phase.duration, from: begin, using: &generator)
            }
        }
        return schedule.packets
    }

    /// When each part begins.
    public func begins(from start: Timestamp = Timestamp(nanoseconds: 0)) -> [Timestamp] {
        var begin = start
        return phases.map { phase in
            defer { begin = begin.advanced(by: phase.duration) }
            return begin
        }
    }
}
