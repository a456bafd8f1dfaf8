import Testing

@testable import Traffic

@Suite("What happens in scenarios is what it is called")
struct EpisodeTests {
    /// The flows of one anomaly in a small office.
    private static func flows(
        _ kind: Anomaly.Kind, lasting duration: Duration, intensity: Double = 1, hosts: Int = 12
    ) throws -> [Flow] {
        let anomaly = Anomaly(kind, at: .seconds(1), lasting: duration, intensity: intensity)
        var scenario = OfficeScenario(hosts: hosts, duration: duration + .minutes(2), seed: 5).adding(anomaly)
        // At night there is little else.
        scenario.start = OfficeScenario.mondayMorning - .hours(6)
        return try scenario.simulation().flows().filter { $0.label.kind == kind }.map(\.flow)
    }

    @Test("benign look-alikes and faults are no attacks")
    func verdicts() {
        let benign = Anomaly.Kind.allCases.filter { $0.verdict == .benign }
        #expect(benign == [.flashCrowd, .backup, .cdnBrowsing])
        #expect(Anomaly.Kind.allCases.filter { $0.verdict == .fault } == [.misconfiguredService])
        #expect(TrafficLabel.baseline.verdict == .benign)
    }

    @Test("a vertical scan tries each port of one server once, and only open ones answer with SYN")
    func verticalScan() throws {
        let flows = try Self.flows(.verticalScan, lasting: .seconds(4), intensity: 100)
        #expect(Set(flows.map(\.responder.port)).count == flows.count)
        #expect(Set(flows.map(\.responder.address)).count == 1)
        #expect(Set(flows.map(\.initiator.address)).count == 1)
        let open: Set<UInt16> = [22, 80, 443]
        for flow in flows {
            let expected: ConnectionState = open.contains(flow.responder.port) ? .abortedByInitiator : .rejected
            #expect(flow.state == expected)
        }
        // 10 a second, 100 times as strong, for 4 seconds; steps differ by 17 in a hundred (0.6 / √12 of the mean).
        let tolerance = 4 * 0.17 * 4000.0.squareRoot() + 1
        #expect(abs(Double(flows.count) - 4000) < tolerance)
    }

    @Test("a scan that goes on covers all ports, and then ends")
    func cover() throws {
        let scene = OfficeScene(OfficeScenario(hosts: 1, duration: .hours(1), seed: 5))
        var scan = Anomaly.verticalScan(at: .zero, lasting: .hours(1), intensity: 10).incident(
            in: scene, NumPyGenerator(seed: 6))
        var ports: [UInt16] = []
        while let occasion = scan.next() {
            for var probe in occasion.conversations { ports.append(probe.next()?.destination.port ?? 0) }
        }
        #expect(ports.count == 65_535 && Set(ports) == Set(1...UInt16.max))
        #expect(ports != ports.sorted())
    }

    @Test("a horizontal scan tries each address once, and only hosts that are there refuse")
    func horizontalScan() throws {
        let flows = try Self.flows(.horizontalScan, lasting: .seconds(4), intensity: 30)
        #expect(Set(flows.map(\.responder.address)).count == flows.count)
        #expect(Set(flows.map(\.responder.port)) == [445])
        #expect(flows.count { $0.state == .rejected } == 12)
        #expect(flows.allSatisfy { $0.state == .rejected || $0.state == .attempted })
    }

    @Test("floods complete no connection; one comes from one address, the other from very many")
    func floods() throws {
        for (kind, sources) in [(Anomaly.Kind.synFlood, 1...1), (.distributedFlood, 800...1200)] {
            let flows = try Self.flows(kind, lasting: .seconds(4), intensity: kind == .synFlood ? 1.25 : 0.5)
            #expect(sources.contains(Set(flows.map(\.initiator.address)).count))
            #expect(flows.allSatisfy { $0.forward.sequenceBytes == 0 && $0.state != .finished })
        }
    }

    @Test("a flash crowd comes from very many addresses as well, but its connections are completed")
    func flashCrowd() throws {
        let flows = try Self.flows(.flashCrowd, lasting: .seconds(40))
        let addresses = Set(flows.map(\.initiator.address)).count
        #expect(addresses > 40)
        #expect(flows.count { $0.state == .finished } > flows.count * 9 / 10)
        #expect(flows.allSatisfy { $0.backward.sequenceBytes > 1500 || $0.state != .finished })
    }

    @Test("stolen data and backups go out, and browsing of many machines comes in")
    func volumes() throws {
        for (kind, bytes) in [(Anomaly.Kind.exfiltration, 600_000.0), (.backup, 1_500_000)] {
            let flows = try Self.flows(kind, lasting: .minutes(1), intensity: 0.01)
            let out = Double(flows.map(\.forward.sequenceBytes).reduce(0, +))
            let back = Double(flows.map(\.backward.sequenceBytes).reduce(0, +))
            #expect(out > 0.74 * bytes && out < 1.3 * bytes && back < out / 20)
        }
        let flows = try Self.flows(.cdnBrowsing, lasting: .seconds(20)).filter { $0.carriedProtocol == .tcp }
        let (out, back) = (flows.map(\.forward.sequenceBytes), flows.map(\.backward.sequenceBytes))
        #expect(Set(flows.map(\.responder.address)).count > flows.count * 9 / 10)
        #expect(back.reduce(0, +) > 3 * out.reduce(0, +))
    }

    @Test("a beacon comes every minute, a fifth more or less")
    func beaconing() throws {
        let begins = try Self.flows(.beaconing, lasting: .hours(3), hosts: 1).map(\.first).sorted()
        let gaps = zip(begins.dropFirst(), begins).map { ($0 - $1).inSeconds }
        #expect(gaps.count > 165)
        #expect(gaps.allSatisfy { $0 > 47.999 && $0 < 72.001 })
        // Uniform over 24 seconds: the deviation is 24 / √12.
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        let tolerance = 4 * 6.93 / Double(gaps.count).squareRoot()
        let spread = (gaps.max() ?? 0) - (gaps.min() ?? 0)
        #expect(abs(mean - 60) < tolerance && spread > 20)
    }

    @Test("who guesses passwords is heard and sent away, connection after connection")
    func bruteForce() throws {
        let flows = try Self.flows(.bruteForce, lasting: .seconds(30))
        #expect(flows.allSatisfy { $0.responder.port == 22 && $0.state == .finished })
        #expect(Set(flows.map(\.initiator.address)).count == 1)
        // A Poisson process of two a second.
        let tolerance = 4 * 60.0.squareRoot()
        #expect(abs(Double(flows.count) - 60) < tolerance)
    }

    @Test("a worm spreads only from hosts that it has reached, and reaches more and more")
    func worm() throws {
        let flows = try Self.flows(.worm, lasting: .minutes(3), hosts: 30).sorted { $0.first < $1.first }
        var reached: Set<IPAddress> = []
        if let first = flows.first { reached.insert(first.initiator.address) }
        for flow in flows {
            #expect(reached.contains(flow.initiator.address))
            if flow.forward.sequenceBytes > 0 { reached.insert(flow.responder.address) }
        }
        #expect(reached.count > 8)
        let half = flows.count { $0.first < OfficeScenario.mondayMorning - .hours(6) + .seconds(91) }
        #expect(flows.count - half > half)
    }

    @Test("a server that is no more is asked again and again, and never answers")
    func misconfiguredService() throws {
        let flows = try Self.flows(.misconfiguredService, lasting: .minutes(2))
        #expect(flows.count >= 22 && flows.count <= 25)
        #expect(flows.allSatisfy { $0.state == .attempted && $0.forward.packets == 2 && $0.backward.packets == 0 })
    }
}
