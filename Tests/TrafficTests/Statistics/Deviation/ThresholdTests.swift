import Testing
import Traffic

@Suite("alarm thresholds")
struct ThresholdTests {
    /// 100 scores 1 … 100, one each 14.4 minutes, are 100 a day.
    @Test(
        "the threshold keeps what was wanted",
        arguments: [
            (0.98, 100, 1, false), (1, 100, 1, true), (1.99, 99, 2, true), (9.95, 91, 10, true), (1e9, 1, 100, true),
            (1e-300, 100, 1, false),
        ] as [(Double, Double, Int, Bool)])
    func quantiles(rate: Double, value: Double, rank: Int, keepsPromise: Bool) throws {
        let scores = Series.readings((1...100).map(Double.init).shuffledByHalves)
        let threshold = try #require(
            try AlarmThreshold(fitting: scores, falseAlarmsPerDay: rate, every: .seconds(864)))
        #expect(threshold.value == value && agree(threshold.achievedPerDay, Double(rank - 1)) && threshold.count == 100)
        #expect(agree(threshold.expectedPerDay, Double(100 * rank) / 101) && threshold.keepsPromise == keepsPromise)
        #expect(threshold.exceedances == rank - 1)
    }

    /// 2,000 thresholds of 99 scores with a wanted chance of 5 % and 100 new scores each. The chance of one threshold
    /// is Beta(5, 95), so the mean of all has a standard error of 0.0215 / √2000 and a little more; four of them are
    /// 0.0021.
    @Test("scores to come exceed it as often as promised")
    func promise() throws {
        var generator = NumPyGenerator(seed: 4)
        var exceeded = 0
        for _ in 0..<2000 {
            let past = Series.readings((0..<99).map { _ in generator.random() })
            let threshold = try #require(try AlarmThreshold(fitting: past, falseAlarmsPerDay: 72, every: .seconds(60)))
            #expect(agree(threshold.expectedPerDay, 72) && threshold.keepsPromise)
            exceeded += (0..<100).count { _ in generator.random() > threshold.value }
        }
        #expect(abs(Double(exceeded) / 200_000 - 0.05) < 0.0025)
    }

    @Test("ties do not raise the rate, and nothing gives no threshold")
    func ties() throws {
        let scores = Series.readings([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, nil])
        let threshold = try AlarmThreshold(fitting: scores, falseAlarmsPerDay: 0.2, every: .seconds(86_400))
        #expect(threshold?.value == 1 && threshold?.achievedPerDay == 0)
        #expect(try AlarmThreshold(fitting: [Reading](), falseAlarmsPerDay: 1, every: .seconds(60)) == nil)
    }

    @Test("a plain series has the threshold of its readings", arguments: 0..<20)
    func plain(seed: Int) throws {
        let scores = Series.normal(seed: seed, count: 50).map { $0 < -1 ? nil : $0 }
        let plain = try AlarmThreshold(fitting: scores, falseAlarmsPerDay: 5, every: .seconds(3600))
        let timed = try AlarmThreshold(fitting: Series.readings(scores), falseAlarmsPerDay: 5, every: .seconds(3600))
        #expect(plain == timed && plain != nil)
        #expect(throws: StatisticsError.self) {
            try AlarmThreshold(fitting: scores + [.infinity], falseAlarmsPerDay: 5, every: .seconds(3600))
        }
    }

    @Test("an adaptive threshold is one fitted to the last scores", arguments: 0..<100)
    func adaptive(seed: Int) throws {
        let scores = Series.readings(Series.rounded(Series.normal(seed: seed, count: 60), seed % 3))
        var adaptive = try AdaptiveThreshold(falseAlarmsPerDay: 2, every: .seconds(3600 * 2), remembering: 25)
        #expect(adaptive.threshold == nil)
        for place in scores.indices {
            try adaptive.add(scores[place].value)
            try adaptive.add(nil)
            let recent = scores[max(0, place - 24)...place]
            let fitted = try AlarmThreshold(fitting: recent, falseAlarmsPerDay: 2, every: .seconds(3600 * 2))
            #expect(adaptive.threshold == fitted)
        }
        #expect(throws: StatisticsError.self) { try adaptive.add(.nan) }
    }

    @Test("a score that dances about the threshold is one alarm")
    func hysteresis() throws {
        let scores = Series.readings([0, 6, 4, 6, nil, 9, 4, 2, 4, 2, 2, 7])
        func episodes(_ lower: Double?, _ quiet: Int) throws -> [[Double]] {
            try scores.alarmEpisodes(raisedAbove: 5, clearedBelow: lower, quiet: quiet).map {
                [$0.start, $0.end, $0.peakTime].map { $0.seconds / 60 } + [$0.peak, Double($0.readingCount)]
            }
        }
        #expect(try episodes(nil, 1) == [[1, 1, 1, 6, 1], [3, 5, 5, 9, 2], [11, 11, 11, 7, 1]])
        #expect(try episodes(3, 1) == [[1, 6, 5, 9, 5], [11, 11, 11, 7, 1]])
        #expect(try episodes(3, 2) == [[1, 8, 5, 9, 6], [11, 11, 11, 7, 1]])
        #expect(try episodes(3, 9) == [[1, 11, 5, 9, 7]])
    }

    @Test("a latch tells when it is raised and cleared, and time going backwards shortens nothing")
    func latch() throws {
        var latch = try AlarmLatch(raisedAbove: 5)
        let at = { (seconds: Int64) in Timestamp(seconds: seconds, nanoseconds: 0) }
        #expect(try latch.add(Reading(5, at: at(0))) == nil)
        #expect(try latch.add(Reading(6, at: at(9))) == .raised)
        #expect(try latch.add(Reading(7, at: at(3))) == nil)
        #expect(latch.episode?.end == at(9) && latch.episode?.peakTime == at(3))
        guard case .cleared(let episode)? = try latch.add(Reading(5, at: at(10))) else {
            Issue.record("the alarm was not cleared")
            return
        }
        #expect(episode.readingCount == 2 && episode.peak == 7 && latch.episode == nil)
    }

    @Test("bad input is refused")
    func errors() throws {
        for (rate, interval) in [(0, 60), (.nan, 60), (.infinity, 60), (1, 0), (1, -60)] as [(Double, Int64)] {
            #expect(throws: StatisticsError.self) {
                try AlarmThreshold(fitting: [], falseAlarmsPerDay: rate, every: .seconds(interval))
            }
        }
        #expect(throws: StatisticsError.self) {
            try AdaptiveThreshold(falseAlarmsPerDay: 1, every: .seconds(1), remembering: 0)
        }
        for (upper, lower, quiet) in [(.nan, 1, 1), (1, 2, 1), (1, .nan, 1), (1, -.infinity, 1), (2, 1, 0)]
            as [(Double, Double, Int)]
        {
            #expect(throws: StatisticsError.self) {
                try AlarmLatch(raisedAbove: upper, clearedBelow: lower, quiet: quiet)
            }
        }
    }
}

extension [Double] {
    /// In another order than that of size.
    fileprivate var shuffledByHalves: [Double] { Array(suffix(count / 2) + prefix(count - count / 2)) }
}
