import Testing
import Traffic

@Suite("baselines by the hour")
struct HourlyBaselineTests {
    /// Three weeks of hours from Thursday, 1 January 1970; each reading is the hour of its local day, plus 100 on
    /// weekends.
    private static func past(offsetHours: Int64) -> [Reading] {
        (Int64(0)..<504).map { step in
            let local = step + offsetHours + 24
            let (day, hour) = (local / 24 - 1, local % 24)
            let isWeekend = day % 7 == 2 || day % 7 == 3
            return Reading(Double(hour) + (isWeekend ? 100 : 0), at: Timestamp(seconds: step * 3600, nanoseconds: 0))
        }
    }

    @Test("each hour, of working days and of weekends, has its own", arguments: [-11, -1, 0, 5, 14] as [Int64])
    func hours(offset: Int64) throws {
        let past = Self.past(offsetHours: offset)
        let baseline = try HourlyBaseline(
            fitting: past, utcOffset: .seconds(offset * 3600), separatingWeekends: true, options: .init(needed: 5))
        for reading in past[100..<268] {
            #expect(baseline.deviation(of: reading).standing == .unchanged)
            let later = reading.time + .seconds(52 * 7 * 86_400 + 3599)
            #expect(baseline.expectation(at: later).value == reading.value)
        }
    }

    @Test("without weekends, the days are taken together")
    func together() throws {
        let baseline = try HourlyBaseline(fitting: Self.past(offsetHours: 0), utcOffset: .zero, by: .mean)
        let expectation = baseline.expectation(at: Timestamp(seconds: 5 * 3600, nanoseconds: 0))
        #expect(expectation.count == 21 && agree(expectation.value, 5 + 100 * 6.0 / 21))
    }

    @Test("an hour that was hardly seen says so")
    func unseen() throws {
        let past = Self.past(offsetHours: 0).prefix(24 * 8 + 1)
        let baseline = try HourlyBaseline(fitting: past, utcOffset: .zero, options: .init(needed: 9))
        #expect(baseline.expectation(at: Timestamp(seconds: 0, nanoseconds: 0)).value != nil)
        let expectation = baseline.expectation(at: Timestamp(seconds: 3600, nanoseconds: 0))
        #expect(expectation == .tooLittle(count: 8, needed: 9))
    }

    @Test("the first and the last moments there are have hours", arguments: [Int64.min, .min + 1, -1, .max - 1, .max])
    func ends(nanoseconds: Int64) throws {
        let time = Timestamp(nanoseconds: nanoseconds)
        for offset in [-86_400, 0, 86_400] {
            let past = [Double](repeating: 1, count: 8).map { Reading($0, at: time) }
            let baseline = try HourlyBaseline(fitting: past, utcOffset: .seconds(offset), separatingWeekends: true)
            #expect(baseline.expectation(at: time).value == 1)
        }
    }

    @Test("an offset of more than a day is refused")
    func offsets() {
        #expect(throws: StatisticsError.self) { try HourlyBaseline(fitting: [], utcOffset: .seconds(86_401)) }
        #expect(throws: StatisticsError.self) { try HourlyBaseline(fitting: [], utcOffset: .seconds(Int64.min)) }
    }
}
