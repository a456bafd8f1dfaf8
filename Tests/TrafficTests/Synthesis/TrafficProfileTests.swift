import Testing
import Traffic

@Suite("synthetic packets")
struct TrafficProfileTests {
    private func packets(_ profile: TrafficProfile, seconds: Int = 300, seed: Seed = 5) throws -> [Packet] {
        var generator = NumPyGenerator(seed: seed)
        return try profile.packets(for: .seconds(seconds), using: &generator)
    }

    @Test("the same seed gives the same packets, another seed others")
    func reproducible() throws {
        #expect(try packets(.office) == packets(.office))
        #expect(try packets(.office) != packets(.office, seed: 6))
    }

    @Test(
        "packets come in order of time, with lengths a link carries",
        arguments: [
            TrafficProfile.office, .portScan, .diverseBrowsing,
        ])
    func plausible(profile: TrafficProfile) throws {
        let packets = try packets(profile)
        #expect(zip(packets, packets.dropFirst()).allSatisfy { $0.time <= $1.time })
        #expect(packets.allSatisfy { (60...1514).contains($0.originalLength) && $0.payloadLength ?? -1 >= 0 })
    }

    @Test("flows begin at the stated rate")
    func rate() throws {
        let scans = try packets(.portScan, seconds: 10_000).count
        #expect(abs(Double(scans) - 30_000) < 5 * 30_000.0.squareRoot())
    }

    @Test("harmless browsing has a higher port entropy than the office, as a scan has")
    func benignDiversity() throws {
        let office = try Entropy.bits(ofValues: packets(.office).compactMap(\.destinationPort))
        let browsing = try Entropy.bits(ofValues: packets(.diverseBrowsing).compactMap(\.destinationPort))
        let scan = try Entropy.bits(ofValues: packets(.portScan).compactMap(\.destinationPort))
        #expect(office < 2 && browsing > office + 2 && scan > office + 2)
    }

    @Test("a scan comes from one host to one host, browsing goes to hundreds")
    func hosts() throws {
        #expect(try Set(packets(.portScan).compactMap(\.destination)).count == 1)
        #expect(try Set(packets(.diverseBrowsing).compactMap(\.destination)).count > 200)
    }

    @Test("the parts of a scenario follow each other")
    func scenario() throws {
        let story = Scenario([
            Scenario.Phase("quiet", lasting: .seconds(100), [.office]),
            Scenario.Phase("attack", lasting: .seconds(50), [.office, .portScan]),
        ])
        var generator = NumPyGenerator(seed: 2)
        let packets = try story.packets(using: &generator)
        let attacker = IPAddress(203, 0, 113, 66)
        let attack = packets.filter { $0.source == attacker }
        #expect(story.begins() == [Timestamp(seconds: 0), Timestamp(seconds: 100)])
        #expect(!attack.isEmpty && attack.allSatisfy { $0.time >= Timestamp(seconds: 100) })
    }
}
