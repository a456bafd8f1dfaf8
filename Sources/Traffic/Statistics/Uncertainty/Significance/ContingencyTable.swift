/// How often each value was seen in each of several windows, in an order that depends on the counts alone.
struct ContingencyTable: Sendable {
    /// The counts of one value, a number for each window.
    struct Column: Sendable {
        var counts: [Double]
        var total: Double { counts.reduce(0, +) }
    }

    /// The columns, that of the smallest total first.
    private(set) var columns: [Column]
    /// The number of observations of each window.
    let windowTotals: [Double]
    /// How many values were put together in one column.
    private(set) var pooledValues = 0

    init(_ columns: [[Int]], windows: Int) {
        let seen = columns.filter { $0.contains { $0 > 0 } }.sorted(by: Self.precedes)
        self.columns = seen.map { Column(counts: $0.map(Double.init)) }
        windowTotals = (0..<windows).map { window in seen.reduce(0) { $0 + Double($1[window]) } }
    }

    init<Value>(_ windows: [Counts<Value>]) {
        let values = windows.reduce(into: Set<Value>()) { $0.formUnion($1.byValue.keys) }
        self.init(values.map { value in windows.map { $0[value] } }, windows: windows.count)
    }

    private static func precedes(_ one: [Int], _ other: [Int]) -> Bool {
        let totals = (one.reduce(0) { $0 + Double($1) }, other.reduce(0) { $0 + Double($1) })
        return totals.0 == totals.1 ? one.lexicographicallyPrecedes(other) : totals.0 < totals.1
    }

    var total: Double { windowTotals.reduce(0, +) }

    /// The count that is expected in a window if all windows are samples of one source.
    func expected(_ column: Column, _ window: Int) -> Double {
        column.total * (windowTotals[window] / total)
    }

    /// The smallest expected count of all; infinite without columns.
    var smallestExpected: Double {
        let smallest = windowTotals.indices.min { windowTotals[$0] < windowTotals[$1] } ?? 0
        return columns.reduce(.infinity) { min($0, expected($1, smallest)) }
    }

    /// Puts the rarest values together in one column, as many as it takes until no count below `least` is expected.
    mutating func pool(below least: Double) {
        let smallestShare = (windowTotals.min() ?? 0) / total
        var pooled = Column(counts: windowTotals.map { _ in 0 })
        var kept = columns[...]
        while let rarest = kept.first,
            min(rarest.total, pooledValues > 0 ? pooled.total : .infinity) * smallestShare < least
        {
            pooled.counts = zip(pooled.counts, rarest.counts).map { $0 + $1 }
            kept.removeFirst()
            pooledValues += 1
        }
        columns = pooledValues > 0 ? [pooled] + kept : Array(kept)
    }
}
