import Testing
import Traffic

@Suite("changes of the mean")
struct ChangeTests {
    /// Average run lengths of both sides for k = 0.5, from the integral equation of Page (1954), solved with 200
    /// Gauss–Legendre nodes in NumPy; rounded they are those of Montgomery's table 9.3.
    static let runLengths = [
        (4.0, 0.0, 167.68378881354735), (4, 0.25, 74.22402788500217), (4, 0.5, 26.630203088868445),
        (4, 1, 8.383131870495136), (4, 2, 3.3427701294298595), (4.77, 0, 368.5613944695142), (5, 0, 465.44350603115737),
        (5, 0.5, 37.99614318936324), (5, 1, 10.375969921593542), (5, 2, 4.00887106103109),
    ]

    @Test("Siegmund's run lengths are near the exact ones", arguments: runLengths)
    func siegmund(h: Double, shift: Double, exact: Double) throws {
        let chart = try CUSUM(h: h)
        let tolerance = shift <= 1 ? 0.01 : 0.04
        #expect(abs(chart.averageRunLength(shift: shift) / exact - 1) < tolerance)
        #expect(chart.averageRunLength(shift: -shift) == chart.averageRunLength(shift: shift))
    }

    /// A run length is about exponential, so its standard deviation is at most about its mean; four standard errors.
    @Test("simulated run lengths are the exact ones", arguments: runLengths.prefix(5))
    func simulation(h: Double, shift: Double, exact: Double) throws {
        var generator = NumPyGenerator(seed: 2024)
        var chart = try CUSUM(h: h)
        var (runs, readings) = (0, 0)
        while runs < 1000 {
            readings += 1
            if try chart.add(generator.normal(mean: shift)) != nil { runs += 1 }
        }
        #expect(abs(Double(readings) / 1000 - exact) < 4 * exact / 1000.0.squareRoot())
    }

    @Test("a chart for a wanted rate has it", arguments: [10, 465, 1440, 1e6, 1e12])
    func wanted(readings: Double) throws {
        #expect(agree(try CUSUM.withFalseAlarm(every: readings).averageRunLength(), readings, within: 1e-6))
    }

    @Test("the chart is the naive definition", arguments: 0..<1000)
    func naive(seed: Int) throws {
        let values = Series.normal(seed: seed, count: 100).enumerated().map { $0 < 50 ? $1 : $1 + 1 }
        var chart = try CUSUM(k: 0.25, h: 3)
        var (upper, lower) = (0.0, 0.0)
        for (index, value) in values.enumerated() {
            upper = max(0, upper + value - 0.25)
            lower = max(0, lower - value - 0.25)
            let change = try chart.add(value)
            #expect((change != nil) == (upper > 3 || lower > 3))
            if let change {
                #expect(change.index == index && change.onset <= index && change.direction == (upper > 3 ? .up : .down))
                (upper, lower) = (0, 0)
            }
            #expect(agree(chart.upper, upper) && agree(chart.lower, lower))
        }
    }

    @Test("onset and shift are told")
    func onset() throws {
        var chart = try CUSUM()
        let values: [Double?] = [0, 0.2, -0.3, nil, 3, 3, 3, 0]
        let changes = try values.map { try chart.add($0) }
        #expect(changes[6] == ChangePointFacts(index: 6, onset: 4, direction: .up, shift: 3))
        #expect(changes.count { $0 != nil } == 1)
        var falling = try CUSUM()
        let fall = try [0.0, 0, -6].compactMap { try falling.add($0) }
        #expect(fall.first == ChangePointFacts(index: 2, onset: 2, direction: .down, shift: -6) && fall.count == 1)
    }

    @Test("Page and Hinkley's test is the naive definition", arguments: 0..<1000)
    func pageHinkley(seed: Int) throws {
        let values = Series.normal(seed: seed, count: 60).enumerated().map { $0 < 30 ? $1 : $1 - 2 }
        var test = try PageHinkley(tolerance: 0.2, limit: 6, needed: 5)
        var start = 0
        for index in values.indices {
            let seen = Array(values[start...index])
            let means = seen.indices.map { seen[...$0].reduce(0, +) / Double($0 + 1) }
            let height = { (sign: Double) in
                var (sum, least) = (0.0, 0.0)
                for (value, mean) in zip(seen, means) {
                    sum += sign * (value - mean) - 0.2
                    least = min(least, sum)
                }
                return sum - least
            }
            let (rise, fall) = (height(1), height(-1))
            let change = try test.add(values[index])
            #expect((change != nil) == (seen.count >= 5 && max(rise, fall) > 6))
            if let change {
                #expect(change.direction == (rise > fall ? .up : .down) && (start...index).contains(change.onset))
                start = index + 1
            }
        }
    }

    @Test("a step is found soon after it, and where it began")
    func step() throws {
        var test = try PageHinkley(tolerance: 0.5, limit: 20)
        let values = Series.normal(seed: 5, count: 400).enumerated().map { $0 < 200 ? $1 : $1 + 3 }
        let changes = try values.compactMap { try test.add($0) }
        #expect(changes.count == 1 && changes[0].direction == .up)
        #expect((200...215).contains(changes[0].index) && abs(changes[0].onset - 200) < 5)
        #expect(abs(changes[0].shift - 3) < 1)
    }

    @Test("bad input is refused and changes nothing")
    func errors() throws {
        for (k, h) in [(-1, 5), (.nan, 5), (0.5, 0), (0.5, .infinity), (.infinity, 5)] as [(Double, Double)] {
            #expect(throws: StatisticsError.self) { try CUSUM(k: k, h: h) }
            #expect(throws: StatisticsError.self) { try PageHinkley(tolerance: k, limit: h) }
        }
        #expect(throws: StatisticsError.self) { try PageHinkley(tolerance: 0, limit: 1, needed: 0) }
        #expect(throws: StatisticsError.self) { try CUSUM.withFalseAlarm(every: 1) }
        #expect(throws: StatisticsError.self) { try CUSUM.withFalseAlarm(every: 100, k: 0) }
        var (chart, test) = (try CUSUM(), try PageHinkley(tolerance: 0, limit: 1))
        #expect(throws: StatisticsError.self) { try chart.add(.nan) }
        #expect(throws: StatisticsError.self) { try test.add(.infinity) }
        #expect(try chart == CUSUM() && test == PageHinkley(tolerance: 0, limit: 1))
        #expect(chart.averageRunLength(shift: .nan) == 0 && chart.averageRunLength(shift: .infinity) >= 0)
        #expect(try CUSUM(k: 1e9, h: 1e9).averageRunLength() == .greatestFiniteMagnitude)
    }
}

/// What a change point should say.
private struct ChangePointFacts {
    let index: Int
    let onset: Int
    let direction: ChangePoint.Direction
    let shift: Double

    static func == (change: ChangePoint?, facts: ChangePointFacts) -> Bool {
        change?.index == facts.index && change?.onset == facts.onset && change?.direction == facts.direction
            && change?.shift == facts.shift
    }
}
