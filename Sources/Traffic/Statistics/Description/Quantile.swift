/// Quantiles of numbers in ascending order, as NumPy and R take them by default.
///
/// Between two numbers they are interpolated (Hyndman and Fan's type 7, The American Statistician 50, 1996).
enum Quantile {
    /// The value below which a share of the numbers lies.
    /// - Parameters:
    ///   - share: from zero, the smallest number, to one, the largest.
    ///   - ascending: finite numbers in ascending order, at least one.
    static func value(_ share: Double, ofAscending ascending: some RandomAccessCollection<Double>) -> Double {
        let place = Double(ascending.count - 1) * min(max(share, 0), 1)
        let lower = ascending.index(ascending.startIndex, offsetBy: Int(place))
        let rest = place - place.rounded(.down)
        guard rest > 0 else { return ascending[lower] }
        return ascending[lower] * (1 - rest) + ascending[ascending.index(after: lower)] * rest
    }
}
