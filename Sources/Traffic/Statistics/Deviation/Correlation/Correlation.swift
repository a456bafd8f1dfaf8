/// How closely two series go together, from −1 to 1.
///
///     let correlation = try Correlation.pearson(portBits, addressBits)
///     correlation?.coefficient       // 0.96
///     try correlation?.interval()    // 0.91 to 0.98
///     correlation?.pValue            // 3e-14
///
/// Places where either series has a gap are left out of both. Where fewer than three places are left, or one series is
/// constant in them, nothing can be said: the answer is nil, not zero.
public struct Correlation: Hashable, Sendable {
    /// What is compared.
    public enum Kind: String, Hashable, Sendable {
        /// The values themselves: one for a straight line.
        case pearson
        /// Their ranks: one for any line that only rises. Outliers count no more than others.
        case spearman
    }

    /// The coefficient.
    public let coefficient: Double
    /// How many places had both values.
    public let count: Int
    /// What was compared.
    public let kind: Kind
}

extension Correlation {
    /// Pearson's coefficient of two series of equal length.
    /// - Throws: ``StatisticsError`` for unequal lengths, and a value that is not finite or beyond 10¹⁵⁰.
    /// - Complexity: O(*n*).
    public static func pearson(_ first: [Double?], _ second: [Double?]) throws(StatisticsError) -> Correlation? {
        try of(first, second, .pearson)
    }

    /// Spearman's coefficient of two series of equal length; equal values share their mean rank.
    /// - Throws: ``StatisticsError`` for unequal lengths, and a value that is not finite or beyond 10¹⁵⁰.
    /// - Complexity: O(*n* log *n*).
    public static func spearman(_ first: [Double?], _ second: [Double?]) throws(StatisticsError) -> Correlation? {
        try of(first, second, .spearman)
    }

    /// The coefficients of each of several series with each, row by row; nil where nothing can be said.
    /// - Throws: ``StatisticsError`` for unequal lengths, and a value that is not finite or beyond 10¹⁵⁰.
    public static func matrix(of series: [[Double?]], _ kind: Kind = .pearson) throws(StatisticsError) -> [[Double?]] {
        try series.map { first throws(StatisticsError) in
            try series.map { second throws(StatisticsError) in try of(first, second, kind)?.coefficient }
        }
    }

    static func check(_ first: [Double?], _ second: [Double?]) throws(StatisticsError) {
        guard first.count == second.count else {
            throw .unequalLengths(statistic: "correlation", first: first.count, second: second.count)
        }
        for series in [first, second] {
            for (index, value) in series.enumerated() {
                if let value { try OrderedReadings.check(value, at: index, for: "correlation") }
            }
        }
    }

    private static func of(_ first: [Double?], _ second: [Double?], _ kind: Kind) throws(StatisticsError)
        -> Correlation?
    {
        try check(first, second)
        return Correlation(ofChecked: first[...], second[...], kind)
    }

    init?(ofChecked first: ArraySlice<Double?>, _ second: ArraySlice<Double?>, _ kind: Kind) {
        var (x, y): ([Double], [Double]) = ([], [])
        for (left, right) in zip(first, second) {
            guard let left, let right else { continue }
            x.append(left)
            y.append(right)
        }
        if kind == .spearman { (x, y) = (Ranks.mid(of: x), Ranks.mid(of: y)) }
        guard x.count > 2, let left = Self.direction(x), let right = Self.direction(y) else { return nil }
        let product = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
        (coefficient, count, self.kind) = (min(max(product, -1), 1), x.count, kind)
    }

    /// The distances from the mean, made a vector of length one; nil for a constant.
    private static func direction(_ values: [Double]) -> [Double]? {
        guard let first = values.first, values.contains(where: { $0 != first }) else { return nil }
        let mean = values.reduce(0) { $0 + $1 / Double(values.count) }
        let distances = values.map { $0 - mean }
        // Divided by the greatest first: squares of very small distances would vanish.
        let greatest = distances.reduce(0) { max($0, abs($1)) }
        let scaled = distances.map { $0 / greatest }
        let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return scaled.map { $0 / length }
    }
}
