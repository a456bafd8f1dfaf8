import Testing
import Traffic

@Suite("Scenarios play")
struct SimulationTests {
    private static let office = OfficeScenario(hosts: 5, duration: .minutes(8), seed: 11)

    /// Everything there is, briefly and weakly.
    static var everything: OfficeScenario {
        var scenario = office
        scenario.anomalies = Anomaly.Kind.allCases.enumerated().map { number, kind in
            let isLarge = kind == .backup || kind == .exfiltration
            return Anomaly(
                kind, at: .seconds(20 + 30 * number), lasting: .seconds(40), intensity: isLarge ? 0.01 : 0.2)
        }
        return scenario
    }

    private static func frames(_ scenario: OfficeScenario) throws -> [LabelledFrame] {
        Array(try scenario.simulation().frames)
    }

    @Test("what headers say is what the bytes decode to, with checksums that are right, in order of time")
    func agreement() throws {
        var (packets, frames) = (try Self.everything.simulation(), try Self.everything.simulation())
        var (count, latest) = (0, Self.everything.start)
        while let frame = frames.nextFrame() {
            let next = packets.next()
            let packet = try #require(next)
            var decoded = frame.frame.packet
            decoded.verifyChecksums(frame.frame.bytes.span.bytes)
            let isAsSaid = decoded == packet.packet && frame.label == packet.label && decoded.fault == nil
            try #require(isAsSaid && frame.time >= latest, "packet \(count)")
            (count, latest) = (count + 1, frame.time)
        }
        let rest = packets.next()
        #expect(rest == nil && count > 5000)
        #expect(latest < Self.everything.start + Self.everything.duration)
        #expect(packets.episodes == frames.episodes)
        let counted = packets.episodes.map(\.packets).reduce(0, +)
        #expect(counted == count)
        // Those that take their time have hardly begun.
        let silent = Set(packets.episodes.filter { $0.conversations == 0 }.map(\.label.kind))
        #expect(silent.isSubset(of: [.beaconing, .slowScan]))
    }

    @Test("one seed gives one traffic, another seed another")
    func seeds() throws {
        var other = Self.office
        other.seed = 12
        let frames = try Self.frames(Self.office)
        #expect(try frames == Self.frames(Self.office))
        #expect(try frames != Self.frames(other))
    }

    @Test("what is added leaves the bytes of everything else as they are, whatever the order")
    func independence() throws {
        let (scan, flood) = (Anomaly.verticalScan(at: .seconds(30)), Anomaly.synFlood(at: .seconds(40), intensity: 0.1))
        let scanned = try Self.frames(Self.office.adding(scan))
        let both = try Self.frames(Self.office.adding(scan, flood))
        #expect(try Self.frames(Self.office).map(\.frame) == both.filter { $0.label == .baseline }.map(\.frame))
        #expect(scanned.map(\.frame) == both.filter { $0.label.kind != .synFlood }.map(\.frame))
        #expect(try both == Self.frames(Self.office.adding(flood, scan)))
    }

    @Test("the same anomaly twice is not the same packets twice")
    func twice() throws {
        let beacon = Anomaly.verticalScan(at: .seconds(10), lasting: .seconds(20))
        let frames = try Self.frames(Self.office.adding(beacon, beacon))
        let times = (1...2).map { number in frames.filter { $0.label.episode == number }.map(\.time) }
        #expect(times[0].count > 100 && times[1].count > 100)
        #expect(times[0] != times[1])
    }

    @Test("a longer scenario begins as a shorter one does")
    func prefix() throws {
        var longer = Self.office
        longer.duration = .minutes(10)
        let (short, long) = (try Self.frames(Self.office), try Self.frames(longer))
        #expect(long.count > short.count)
        #expect(Array(long.prefix(short.count)) == short)
    }

    @Test("flows of headers are the flows of bytes, and have the labels of their packets")
    func flows() throws {
        let scenario = Self.everything
        let labelled = try scenario.simulation().flows()
        let packets = try scenario.simulation().frames.lazy.map(\.frame.packet)
        #expect(packets.flows() == labelled.map(\.flow))
        let episodes = Dictionary(grouping: labelled, by: \.label.episode).mapValues { flows in
            flows.map(\.flow.both.packets).reduce(0, +)
        }
        var simulation = try scenario.simulation()
        while simulation.next() != nil {}
        for episode in simulation.episodes {
            let metered = episodes[episode.label.episode] ?? 0
            #expect(metered == episode.packets)
        }
    }

    @Test(
        "figures that make no sense are told",
        arguments: [
            (OfficeScenario(hosts: 0, seed: 1), "scenario: hosts is 0: give a number from 1 to 40000"),
            (OfficeScenario(hosts: .max, seed: 1), "hosts is 9223372036854775807"),
            (OfficeScenario(duration: .zero, seed: 1), "duration is 0.0 seconds: give a time above zero"),
            (OfficeScenario(duration: .seconds(-5), seed: 1), "duration is -5.0 seconds"),
            (OfficeScenario(duration: .days(1000), seed: 1), "duration is"),
            (OfficeScenario(seed: 1, start: Timestamp(nanoseconds: -1)), "start is -1"),
            (OfficeScenario(seed: 1, start: Timestamp(nanoseconds: .max)), "start is"),
            (OfficeScenario(seed: 1).adding(.worm(at: .seconds(-1))), "start of worm is -1.0 seconds"),
            (OfficeScenario(seed: 1).adding(.worm(at: .days(2))), "before the scenario's end at 86400.0 seconds"),
            (OfficeScenario(seed: 1).adding(.backup(at: .zero, lasting: .zero)), "duration of backup is 0.0 seconds"),
            (OfficeScenario(seed: 1).adding(.backup(at: .zero, intensity: 0)), "intensity of backup is 0.0"),
            (OfficeScenario(seed: 1).adding(.backup(at: .zero, intensity: .nan)), "intensity of backup is nan"),
            (OfficeScenario(seed: 1).adding(.backup(at: .zero, intensity: .infinity)), "intensity of backup is inf"),
        ])
    func errors(scenario: OfficeScenario, words: String) {
        let error = #expect(throws: ScenarioError.self) { _ = try scenario.simulation() }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }

    @Test("the weakest and the strongest are nothing special", arguments: Anomaly.Kind.allCases)
    func extremes(kind: Anomaly.Kind) throws {
        for intensity in [Double.leastNonzeroMagnitude, 1000] {
            let anomaly = Anomaly(kind, at: .zero, lasting: .milliseconds(2), intensity: intensity)
            let scenario = OfficeScenario(hosts: 1, duration: .milliseconds(40), seed: 3).adding(anomaly)
            let packets = try scenario.simulation().prefix(5000).map(\.packet)
            #expect(packets.allSatisfy { $0.time < scenario.start + scenario.duration })
        }
    }
}
