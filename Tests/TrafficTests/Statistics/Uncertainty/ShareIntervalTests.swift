import Testing
import Traffic

@Suite("intervals of shares")
struct ShareIntervalTests {
    /// scipy.stats.binomtest(hits, count).proportion_ci(level, method="wilson"), SciPy 1.17.
    @Test(
        "Wilson's interval is SciPy's",
        arguments: [
            (0, 1, 0.95, 0.0, 0.7934506856227626), (1, 1, 0.95, 0.20654931437723745, 1.0),
            (0, 20, 0.95, 0.0, 0.16112515805281935), (19, 20, 0.95, 0.763868806553258, 0.9911185511992047),
            (20, 20, 0.99, 0.7508945989012464, 1.0), (1, 3, 0.5, 0.18281725015861316, 0.5277418231406089),
            (50, 100, 0.9, 0.41884779611252954, 0.5811522038874705),
            (3, 1000, 0.999, 0.0005532212740181983, 0.016094094978358175),
            (999_999, 2_000_000, 0.95, 0.4993065487542715, 0.5006924512476493),
        ] as [(Int, Int, Double, Double, Double)])
    func scipy(hits: Int, count: Int, level: Double, lower: Double, upper: Double) throws {
        let interval = try ConfidenceInterval.share(of: hits, in: count, level: level)
        #expect(agree(interval.lower, lower, within: 1e-12) && agree(interval.upper, upper, within: 1e-12))
        #expect(interval.level == level)
    }

    /// The ends are the chances of which the hits lie z standard deviations away: the score test, turned around.
    @Test("each end is where the score test just rejects", arguments: [(3, 10), (1, 200), (77, 78)])
    func inversion(hits: Int, count: Int) throws {
        let interval = try ConfidenceInterval.share(of: hits, in: count)
        for end in [interval.lower, interval.upper] {
            let z = (Double(hits) / Double(count) - end) / (end * (1 - end) / Double(count)).squareRoot()
            #expect(agree(abs(z), 1.959963984540054))
        }
    }

    @Test("hits and misses are mirror images, and no try tells nothing", arguments: 0...12)
    func mirror(hits: Int) throws {
        let interval = try ConfidenceInterval.share(of: hits, in: 12)
        let mirrored = try ConfidenceInterval.share(of: 12 - hits, in: 12)
        #expect(agree(interval.lower, 1 - mirrored.upper) && agree(interval.upper, 1 - mirrored.lower))
        #expect(interval.contains(Double(hits) / 12))
        #expect(try ConfidenceInterval.share(of: 0, in: 0) == ConfidenceInterval(0, 1, level: 0.95))
    }

    @Test(
        "bad input is refused",
        arguments: [
            (-1, 5, 0.95, "hits is -1: give one from 0 to 5, the tries"),
            (6, 5, 0.95, "hits is 6: give one from 0 to 5, the tries"),
            (0, -1, 0.95, "tries is -1: give zero or more"),
            (1, 2, .nan, "confidence level is nan: give one between 0 and 1, such as 0.95"),
        ] as [(Int, Int, Double, String)])
    func errors(hits: Int, count: Int, level: Double, message: String) {
        let error = #expect(throws: StatisticsError.self) {
            try ConfidenceInterval.share(of: hits, in: count, level: level)
        }
        #expect(error?.description == message)
    }
}
