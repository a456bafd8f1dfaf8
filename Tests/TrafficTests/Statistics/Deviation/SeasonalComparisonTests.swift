import Testing
import Traffic

@Suite("a period beside the same before")
struct SeasonalComparisonTests {
    private static let hour = Duration.seconds(3600)
    private static let day = Duration.seconds(86_400)

    /// Eight days of minutes: the hour of the day plus the day's number; nothing on day 4.
    private static var readings: [Reading] {
        (0..<8 * 1440).map { minute in
            let day = minute / 1440
            let value = Double(minute / 60 % 24 + day) + (day == 7 ? 10 : 0)
            return Reading(day == 4 ? nil : value, at: Timestamp(seconds: Int64(minute) * 60, nanoseconds: 0))
        }
    }

    @Test("this hour against the same hour of the days before")
    func hours() throws {
        let start = Timestamp(seconds: 7 * 86_400 + 9 * 3600, nanoseconds: 0)
        let comparison = try SeasonalComparison(
            of: Self.readings.reversed(), from: start, lasting: Self.hour, every: Self.day, seasons: 9)
        #expect(comparison.current == 26)
        #expect(comparison.earlier == [15, 14, nil, 12, 11, 10, 9, nil, nil])
        #expect(comparison.ratio == 26 / 11.5)
        #expect(agree(comparison.deviation.z, 14.5 / (2 * 1.482602218505602)))
        #expect(comparison.deviation.expectation.count == 6)
    }

    @Test("too few periods, or none, say so")
    func tooLittle() throws {
        let start = Timestamp(seconds: 2 * 86_400, nanoseconds: 0)
        let early = try SeasonalComparison(
            of: Self.readings, from: start, lasting: Self.hour, every: Self.day, seasons: 7)
        #expect(early.deviation.expectation == .tooLittle(count: 2, needed: 4) && early.ratio == nil)
        let none = try SeasonalComparison(of: [], from: start, lasting: Self.hour, every: Self.day, seasons: 1)
        #expect(none.current == nil && none.deviation.standing == .noValue)
    }

    @Test("the ends of time", arguments: [Int64.min, .max])
    func ends(nanoseconds: Int64) throws {
        let time = Timestamp(nanoseconds: nanoseconds)
        for season in [Self.day, .seconds(Int64.max)] {
            let comparison = try SeasonalComparison(
                of: [Reading(1, at: time)], from: time, lasting: Self.hour, every: season, seasons: 10_000)
            #expect(comparison.earlier.allSatisfy { $0 == nil })
        }
    }

    @Test("periods and seasons that cannot be are refused")
    func errors() {
        for (length, season, seasons, needed) in [
            (0, 60, 1, 4), (60, 59, 1, 4), (60, 60, 0, 4), (60, 60, .max, 4), (60, 60, 1, 1),
        ]
            as [(Int64, Int64, Int, Int)]
        {
            #expect(throws: StatisticsError.self) {
                try SeasonalComparison(
                    of: [], from: Timestamp(nanoseconds: 0), lasting: .seconds(length), every: .seconds(season),
                    seasons: seasons, needed: needed)
            }
        }
    }
}
