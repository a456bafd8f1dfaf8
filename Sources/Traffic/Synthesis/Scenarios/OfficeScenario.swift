/// An office at work, with what one likes to happen in it: labelled traffic out of a seed.
///
///     let scenario = OfficeScenario(hosts: 40, duration: .hours(24), seed: 7)
///         .adding(.verticalScan(at: .hours(2)), .flashCrowd(at: .hours(5)))
///     for packet in try scenario.simulation() { … }               // what headers say, in order of time
///     for frame in try scenario.simulation().frames { … }         // whole frames, of the same packets
///
/// People look at pages, read mail, work on other machines and go home; systems ask for names, the time and updates.
/// The same scenario gives the same bytes, always. What one source of traffic does depends on the seed and on itself
/// alone: an anomaly that is added leaves all other packets as they are.
///
/// The traffic is made for teaching and testing: its figures are plausible, not measured.
public struct OfficeScenario: Hashable, Sendable {
    /// How many hosts people work at: 1 to 40,000.
    public var hosts: Int
    /// How long it plays: above zero, up to 366 days. Packets after that are cut off, as at the end of a capture.
    public var duration: Duration
    /// What all is drawn from.
    public var seed: Seed
    /// When it begins, UTC.
    public var start: Timestamp
    /// What happens besides everyday work. The order is of no meaning.
    public var anomalies: [Anomaly] = []

    /// Monday, 8 January 2024, 08:00 UTC: when people come to work.
    public static let mondayMorning = Timestamp(seconds: 1_704_700_800, nanoseconds: 0)

    /// An office where nothing out of the ordinary happens.
    public init(
        hosts: Int = 40, duration: Duration = .hours(24), seed: Seed, start: Timestamp = Self.mondayMorning
    ) {
        (self.hosts, self.duration, self.seed, self.start) = (hosts, duration, seed, start)
    }

    /// The same office, where this happens, too.
    public func adding(_ anomalies: Anomaly...) -> OfficeScenario {
        var scenario = self
        scenario.anomalies += anomalies
        return scenario
    }

    /// The traffic, ready to be drawn packet by packet.
    /// - Throws: ``ScenarioError`` for the first figure that makes no sense.
    /// - Complexity: O(*h*) for *h* hosts; a packet then takes time O(log(*h* + *c*)) with *c* conversations at once,
    ///   and what is held is in proportion to *h* + *c*, however long it plays.
    public func simulation() throws(ScenarioError) -> Simulation {
        try validate()
        return Simulation(self)
    }
}
