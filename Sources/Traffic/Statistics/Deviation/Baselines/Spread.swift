/// The middle of numbers and how far they scatter about it.
struct Spread: Hashable, Sendable {
    let centre: Double
    let scale: Double
    let count: Int

    /// Mean and sample standard deviation.
    init(meanOf values: [Double]) {
        let moments = Moments(values)
        self.init(centre: moments.mean, scale: moments.sampleVariance.squareRoot(), count: values.count)
    }

    /// Median and scaled median absolute deviation; where more than half of the numbers are one and the same, so that
    /// this is zero, the scaled mean absolute deviation, which is zero only for a constant.
    init(medianOf values: [Double]) {
        guard !values.isEmpty else {
            self.init(centre: 0, scale: 0, count: 0)
            return
        }
        let centre = Quantile.value(0.5, ofAscending: values.sorted())
        let distances = values.map { abs($0 - centre) }.sorted()
        let median = Self.medianFactor * Quantile.value(0.5, ofAscending: distances)
        let mean = Self.meanFactor * (distances.reduce(0, +) / Double(distances.count))
        self.init(centre: centre, scale: median > 0 ? median : mean, count: values.count)
    }

    private init(centre: Double, scale: Double, count: Int) {
        (self.centre, self.scale, self.count) = (centre, scale, count)
    }

    /// What a normal distribution's standard deviation is in median absolute deviations: 1 / Φ⁻¹(3/4).
    static var medianFactor: Double { 1.482602218505602 }
    /// What it is in mean absolute deviations: √(π / 2).
    static var meanFactor: Double { 1.2533141373155003 }

    /// What to expect by it, if it rests on as many numbers as are needed.
    func expectation(needing needed: Int, scaleAtLeast least: Double) -> Expectation {
        count < needed
            ? .tooLittle(count: count, needed: needed) : .known(value: centre, scale: max(scale, least), count: count)
    }
}
