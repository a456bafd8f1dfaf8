import Testing
import Traffic

@Suite("Durations by the calendar")
struct CalendarTests {
    @Test(
        "so many minutes, hours and days are so many seconds",
        arguments: [(0, 0, 0, 0), (90, 5400, 324_000, 7_776_000), (-1, -60, -3600, -86_400)])
    func seconds(count: Int, minutes: Int, hours: Int, days: Int) {
        #expect(Duration.minutes(count) == .seconds(minutes))
        #expect(Duration.hours(count) == .seconds(hours))
        #expect(Duration.days(count) == .seconds(days))
    }

    @Test("what no duration can hold is held at the longest in whole seconds")
    func limits() {
        for (count, limit) in [(Int.max, Int64.max), (.min, .min)] {
            let durations: [Duration] = [.minutes(count), .hours(count), .days(count)]
            #expect(durations.allSatisfy { $0 == .seconds(limit) })
        }
        #expect(Duration.minutes(UInt64.max) == .seconds(Int64.max))
    }
}
