/// Quantiles by linear interpolation between order statistics: type 7 of Hyndman and Fan (Sample Quantiles in
/// Statistical Packages, 1996), the default of NumPy and R.
enum Quantile {
    /// The quantile of ascending values; NaN when there are none.
    static func of(_ sorted: [Double], _ share: Double) -> Double {
        guard let last = sorted.indices.last else { return .nan }
        let place = Double(last) * share
        let below = Int(place)
        let above = min(below + 1, last)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
