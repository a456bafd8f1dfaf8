internal import Glibc

extension CUSUM {
    /// How many independent normal readings there are on average until a change is told, if the mean lies `shift`
    /// standard deviations off: with no shift the time between false alarms, otherwise the delay of a true one.
    ///
    /// By Siegmund's approximation (Sequential Analysis, 1985; Montgomery, equation 9.6): for one side
    /// (e^(−2Δb) + 2Δb − 1) / 2Δ² with Δ = shift − k and b = h + 1.166, and the two sides' rates added. For k = 0.5 and
    /// h of 4 to 5 it is within 1 % of the exact values up to a shift of one, and within 4 % up to two. Real
    /// traffic is neither normal nor independent, so take it as a start and count the alarms on past data. Held at the
    /// largest number; a `shift` that is no number gives zero.
    public func averageRunLength(shift: Double = 0) -> Double {
        guard !shift.isNaN else { return 0 }
        let rate = 1 / oneSided(shift - k) + 1 / oneSided(-shift - k)
        return rate > 0 ? (1 / rate).held : .greatestFiniteMagnitude
    }

    /// The chart for shifts of 2 `k` that gives one false alarm in `readings`, by ``averageRunLength(shift:)``.
    ///
    ///     try CUSUM.withFalseAlarm(every: 1440)      // one a day of minutes: h = 6.11
    /// - Throws: ``StatisticsError`` for a `k` or `readings` out of range; `readings` may be from 10 to 10¹².
    public static func withFalseAlarm(every readings: Double, k: Double = 0.5) throws(StatisticsError) -> CUSUM {
        guard readings >= 10, readings <= 1e12 else {
            throw .outOfRange(
                argument: "readings between false alarms", value: "\(readings)", allowed: "one from 10 to 1e12")
        }
        guard k >= 0.01, k <= 2 else {
            throw .outOfRange(argument: "CUSUM k", value: "\(k)", allowed: "one from 0.01 to 2")
        }
        var (low, high) = (1e-6, 1e7)
        while high - low > 1e-12 * high {
            let middle = (low + high) / 2
            guard middle > low, middle < high else { break }
            if try CUSUM(k: k, h: middle).averageRunLength() < readings { low = middle } else { high = middle }
        }
        return try CUSUM(k: k, h: high)
    }

    /// Where the drift is all but zero, its limit b².
    private func oneSided(_ drift: Double) -> Double {
        let width = h + 1.166
        let exponent = 2 * drift * width
        guard abs(exponent) > 1e-4 else { return width * width }
        return (expm1(-exponent) + exponent) / (2 * drift * drift)
    }
}
