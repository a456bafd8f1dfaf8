/// Quantiles of numbers in ascending order, as NumPy and R take them by default.
///
/// Between two numbers they are interpolated (Hyndman and Fan's type 7, The American Statistician 50, 1996).
enum Quantile {
    /// The value below which a share of the numbers lies, from zero, the smallest number, to one, the largest; what
    /// lies outside is taken for the nearer end. The numbers are finite, ascending, and at least one.
    static func value(_ share: Double, ofAscending ascending: some RandomAccessCollection<Double>) -> Double {
        let place = Double(ascending.count - 1) * (share > 0 ? min(share, 1) : 0)
        let lower = ascending.index(ascending.startIndex, offsetBy: Int(place))
        let rest = place - place.rounded(.down)
        guard rest > 0 else { return ascending[lower] }
        return between(ascending[lower], ascending[ascending.index(after: lower)], at: rest)
    }

    /// From the nearer end, as NumPy does: so the value of two equal numbers is theirs to the last digit.
    private static func between(_ lower: Double, _ upper: Double, at rest: Double) -> Double {
        let distance = upper - lower
        guard distance.isFinite else { return lower * (1 - rest) + upper * rest }
        return rest < 0.5 ? lower + distance * rest : upper - distance * (1 - rest)
    }
}
