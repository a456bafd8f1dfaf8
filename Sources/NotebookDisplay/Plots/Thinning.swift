/// Draws long series with fewer points.
package enum Thinning {
    /// Indices that keep the shape of columns of equal length: the first and the last point, and in each of equally
    /// long stretches every column's lowest and highest value, and one gap where there is any.
    ///
    /// The result has at most `limit` indices (at least a handful), in order; it depends on nothing but the values.
    /// - Complexity: O(*n*) in the number of values.
    package static func extremes(of columns: [[Double]], to limit: Int) -> [Int] {
        let count = columns.first?.count ?? 0
        guard count > limit else { return Array(0..<count) }
        let perStretch = 2 * columns.count + 1
        let stretches = max((limit - 2) / perStretch, 1)
        var kept: Set<Int> = [0, count - 1]
        for stretch in 0..<stretches {
            let range = (stretch * count / stretches)..<((stretch + 1) * count / stretches)
            for column in columns { kept.formUnion(extremes(of: column, in: range)) }
        }
        return kept.sorted()
    }

    private static func extremes(of column: [Double], in range: Range<Int>) -> Set<Int> {
        var low: Int?
        var high: Int?
        var gap: Int?
        for index in range {
            let value = column[index]
            guard value.isFinite else {
                gap = gap ?? index
                continue
            }
            if low.map({ value < column[$0] }) ?? true { low = index }
            if high.map({ value > column[$0] }) ?? true { high = index }
        }
        return Set([low, high, gap].compactMap(\.self))
    }
}
