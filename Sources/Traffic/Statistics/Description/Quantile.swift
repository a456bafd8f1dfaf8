/// Quantiles of numbers in ascending order, as NumPy and R take them by default.
///
/// Between two numbers they are interpolated (Hyndman and Fan's type 7, The American Statistician 50, 1996).
enum Quantile {
    /// The value below which a share of the numbers lies, from zero, the smallest number, to one, the largest; what
    /// lies outside is taken for the nearer end. The numbers are finite, ascending, and at least one.
    static func value(_ share: Double, ofAscending ascending: some RandomAccessCollection<Double>) -> Double {
        let (place, rest) = place(share, count: ascending.count)
        let lower = ascending.index(ascending.startIndex, offsetBy: place)
        guard rest > 0 else { return ascending[lower] }
        return between(ascending[lower], ascending[ascending.index(after: lower)], at: rest)
    }

    /// The same of numbers each of which is there so many times, all together as many as there are numbers.
    static func value(_ share: Double, ofAscending ascending: [Double], times: [UInt32]) -> Double {
        let (place, rest) = place(share, count: ascending.count)
        var (index, passed) = (0, Int(times[0]))
        while passed <= place {
            index += 1
            passed += Int(times[index])
        }
        let lower = ascending[index]
        guard rest > 0 else { return lower }
        if passed == place + 1 {
            repeat { index += 1 } while times[index] == 0
        }
        return between(lower, ascending[index], at: rest)
    }

    /// The place of the number at or next below a quantile, and how far from there to the next it lies.
    private static func place(_ share: Double, count: Int) -> (place: Int, rest: Double) {
        let place = Double(count - 1) * (share > 0 ? min(share, 1) : 0)
        return (Int(place), place - place.rounded(.down))
    }

    /// From the nearer end, as NumPy does: so the value of two equal numbers is theirs to the last digit.
    private static func between(_ lower: Double, _ upper: Double, at rest: Double) -> Double {
        let distance = upper - lower
        guard distance.isFinite else { return lower * (1 - rest) + upper * rest }
        return rest < 0.5 ? lower + distance * rest : upper - distance * (1 - rest)
    }
}
