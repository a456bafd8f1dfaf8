import Foundation
import Testing

@testable import Traffic

@Suite("An office at work")
struct OfficeTrafficTests {
    private static let flows: [Flow] = {
        let scenario = OfficeScenario(hosts: 12, duration: .minutes(40), seed: 21)
        return (try? scenario.simulation().flows().map(\.flow)) ?? []
    }()

    private static func share(_ condition: (Flow) -> Bool) -> Double {
        Double(flows.count(where: condition)) / Double(max(flows.count, 1))
    }

    @Test("all kinds of everyday work are there, in shares that are plausible")
    func mix() {
        #expect(Self.flows.count > 500)
        #expect((0.2...0.6).contains(Self.share { $0.responder.port == 53 }))
        #expect((0.2...0.6).contains(Self.share { $0.responder.port == 443 }))
        for port: UInt16 in [22, 80, 123, 993] { #expect(Self.share { $0.responder.port == port } > 0) }
        #expect((0.05...0.3).contains(Self.share { $0.key.version == .six }))
        #expect((0.002...0.1).contains(Self.share { $0.state == .abortedByInitiator }))
    }

    @Test("questions are answered, and most connections end as they should")
    func health() {
        let questions = Self.flows.filter { $0.responder.port == 53 }
        #expect(questions.allSatisfy { $0.state == .finished })
        let closed = Self.flows.filter { $0.carriedProtocol == .tcp && $0.end == .finished }
        #expect(closed.allSatisfy { $0.state == .finished })
        #expect(Self.flows.allSatisfy { $0.initiator.port > 1023 })
    }

    @Test("sizes of answers have the heavy tail that was asked for")
    func tail() {
        var generator = NumPyGenerator(seed: 4)
        let sizes = (0..<20_000).map { _ in generator.pareto(index: 1.2, in: 1200...5e7) }
        #expect(sizes.allSatisfy { (1200...5e7).contains($0) })
        // Hill's estimator over the largest thousand; its relative error is one over the root of their number.
        let tolerance = 4 * 1.2 / 1000.0.squareRoot()
        #expect(abs(Self.tailIndex(sizes, of: 1000) - 1.2) < tolerance)
        let answers = Self.flows.filter { $0.responder.port == 443 }.map { Double($0.backward.sequenceBytes) }
        #expect((0.8...1.8).contains(Self.tailIndex(answers, of: answers.count / 8)))
    }

    private static func tailIndex(_ values: [Double], of count: Int) -> Double {
        let largest = values.sorted(by: >).prefix(count + 1).map { log($0) }
        guard let least = largest.last, count > 0 else { return .nan }
        return Double(count) / largest.dropLast().map { $0 - least }.reduce(0, +)
    }

    @Test("work follows the hours: as many sittings as the rhythm says, hour by hour of a working day and a weekend")
    func rhythm() {
        var generator = NumPyGenerator(seed: 9)
        let monday = OfficeScenario.mondayMorning - .hours(8)
        let times = RandomTimes(start: monday, rhythm: .office, rate: 0.05)
        var (counts, seconds) = ([Int](repeating: 0, count: 7 * 24), 0.0)
        while true {
            seconds = times.next(after: seconds, using: &generator)
            guard seconds < 20 * 7 * 86_400 else { break }
            counts[Int(seconds / 3600) % counts.count] += 1
        }
        for (hour, count) in counts.enumerated() {
            let level = (Rhythm.office.hours[hour % 24] + Rhythm.office.hours[(hour + 1) % 24]) / 2
            let expected: Double = 3600 * level * (hour < 120 ? 1 : Rhythm.office.weekend)
            // 20 weeks of 0.05 a second at most; Poisson: 168 hours, so that one in 30,000 may be further off.
            let tolerance: Double = 4.5 * expected.squareRoot() + 1
            #expect(abs(Double(count) - expected) < tolerance, "hour \(hour)")
        }
    }

    @Test(
        "levels are those of the hour and the day of the week",
        arguments: [
            ("Monday 2024-01-08 09:00", 1_704_704_400, 1.0), ("09:30", 1_704_706_200, 1.0),
            ("08:30, between two hours", 1_704_702_600, 0.875), ("Saturday 09:00", 1_705_136_400, 0.1),
            ("Sunday 09:00", 1_705_222_800, 0.1), ("the next Monday", 1_705_309_200, 1.0),
            ("Thursday 1970-01-01 00:00", 0, 0.02), ("Wednesday before, 10:00", -50_400, 1.0),
        ] as [(String, Int64, Double)])
    func levels(name: String, seconds: Int64, level: Double) {
        let found = Rhythm.office.level(at: Timestamp(seconds: seconds, nanoseconds: 0))
        #expect(abs(found - level) < 1e-12)
    }
}
