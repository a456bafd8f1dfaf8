import Testing
import Traffic

@Suite("moving averages")
struct AverageTests {
    /// pandas 3.1: Series(default_rng(seed).normal(size=n)).ewm(alpha=a, adjust=False).mean() and .var(), last value.
    @Test(
        "exponential means and variances are pandas'",
        arguments: [
            (31, 5, Smoothing.alpha(0.5), 0.20847156001441391, 0.8247156077824137),
            (32, 100, .alpha(0.1), -0.13058366471294847, 0.500539655488136),
            (33, 1000, .span(60), 0.11148848815282505, 1.1522982042254295),
            (34, 60, .halfLife(7), -0.09014785150348899, 0.9668167789625953),
        ])
    func exponential(seed: Int, count: Int, smoothing: Smoothing, mean: Double, variance: Double) throws {
        var moments = try ExponentialMoments(smoothing)
        for value in Series.normal(seed: seed, count: count) { try moments.add(value) }
        #expect(agree(moments.mean, mean) && agree(moments.variance, variance) && moments.count == count)
        try moments.add(nil)
        #expect(agree(moments.mean, mean))
    }

    /// pandas 3.1: rolling(4, min_periods=2).mean() of default_rng(35).normal(size=40) with seven gaps.
    @Test("a simple average with gaps is pandas'")
    func gaps() throws {
        var values: [Double?] = Series.normal(seed: 35, count: 40)
        for gap in [3, 4, 11, 20, 21, 22, 23] { values[gap] = nil }
        let means = try MovingAverage.simple(values, window: 4, atLeast: 2)
        #expect(means.count { $0 == nil } == 4)
        #expect(agree(means.reduce(0) { $0 + ($1 ?? 0) }, 6.178388368222417))
        #expect(agree(means[5], 0.5766982875900688) && agree(means[12], 0.6364327634430604))
        #expect(agree(means[39], 0.6201179091421208))
    }

    @Test("averages are those of the naive definition", arguments: 0..<1000)
    func naive(seed: Int) throws {
        var generator = NumPyGenerator(seed: Seed(seed))
        let window = Int(generator.random() * 9) + 1
        let values = (0..<40).map { _ in generator.random() < 0.1 ? nil : generator.normal() }
        let weights = (0..<window).map { _ in generator.random() + 0.01 }
        let simple = try MovingAverage.simple(values, window: window, atLeast: 1)
        let weighted = try MovingAverage.weighted(values, weights: weights)
        for place in values.indices {
            let recent = values[max(0, place - window + 1)...place]
            let known = recent.compactMap { $0 }
            #expect(agree(simple[place], known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)))
            let pairs = zip(recent, weights).compactMap { value, weight in value.map { ($0 * weight, weight) } }
            let mean = pairs.reduce(0) { $0 + $1.0 } / pairs.reduce(0) { $0 + $1.1 }
            #expect(agree(weighted[place], recent.count < window || pairs.isEmpty ? nil : mean))
        }
    }

    @Test("a great value leaves no trace once it is out of the window")
    func drift() throws {
        let values = [1e15, 0.1, 0.1, 0.1, -1e15, 0.1, 0.1, 0.1]
        #expect(try MovingAverage.simple(values, window: 2).map { $0 ?? -1 }[2] == 0.1)
        #expect(try MovingAverage.simple(values, window: 3)[7] == (0.1 + 0.1 + 0.1) / 3)
        #expect(try MovingAverage.simple(values, window: .max) == [Double?](repeating: nil, count: 8))
    }

    @Test("arguments that cannot be are refused")
    func errors() throws {
        #expect(throws: StatisticsError.self) { try SimpleMovingAverage(window: 0) }
        #expect(throws: StatisticsError.self) { try SimpleMovingAverage(window: 3, atLeast: 4) }
        #expect(throws: StatisticsError.self) { try WeightedMovingAverage.linear(window: .max) }
        for weights in [[], [0], [-1, 2], [.nan], [.infinity]] as [[Double]] {
            #expect(throws: StatisticsError.self) { try WeightedMovingAverage(weights: weights) }
        }
        for smoothing in [.alpha(0), .alpha(1.1), .alpha(.nan), .span(0.5), .halfLife(0), .halfLife(-1)] as [Smoothing]
        {
            #expect(throws: StatisticsError.self) { try ExponentialMoments(smoothing) }
        }
        var average = try SimpleMovingAverage(window: 1)
        #expect(throws: StatisticsError.self) { try average.add(.infinity) }
        #expect(try average.add(2) == 2)
        #expect(try WeightedMovingAverage.linear(window: 3) == WeightedMovingAverage(weights: [1, 2, 3]))
    }
}
