/// Moments that come at random at a rate that follows a rhythm: a Poisson process, thinned.
///
/// Source: Lewis and Shedler, Simulation of Nonhomogeneous Poisson Processes by Thinning, Naval Research Logistics 26,
/// 1979.
struct RandomTimes: Sendable {
    /// When the scenario starts.
    let start: Timestamp
    let rhythm: Rhythm
    /// How many come in a second at the busiest hour.
    let rate: Double
    /// By how many seconds this one lives after the others.
    var shift = 0.0

    /// The next moment after `seconds`.
    func next(after seconds: Double, using generator: inout NumPyGenerator) -> Double {
        var time = seconds
        // A rhythm that is nearly silent is asked a bounded number of times, which is years.
        for _ in 0..<1_000_000 {
            time += generator.exponential(scale: 1 / rate)
            let moment = start.after(time - shift)
            if generator.random() < rhythm.level(at: moment) { return time }
        }
        return .infinity
    }
}
