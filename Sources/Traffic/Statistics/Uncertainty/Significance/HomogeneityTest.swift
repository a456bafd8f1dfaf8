internal import Glibc

/// Whether several windows can be samples of one source, by the counts of their values.
///
///     let test = try HomogeneityTest(of: [portsBefore, portsAfter])
///     test.pValue                // the chance of counts at least so different, from one source
///     test.smallestExpected      // 5 or more: the chance can be relied on
///
/// The statistic follows the chi-square distribution only where the counts are not small. So values of which fewer than
/// five are expected in some window are put together in one, and ``pooledValues`` says how many they were. Observations
/// are taken to be independent; the packets of one flow are not, so count flows where that matters. There is no
/// correction for continuity.
/// Source: K. Pearson, 1900; W. G. Cochran, Biometrics 10, 1954.
public struct HomogeneityTest: Hashable, Sendable {
    /// How the distance of the counts from the expected ones is measured.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Pearson's Σ (seen − expected)² / expected.
        case chiSquare = "chi-square"
        /// The likelihood ratio G = 2 Σ seen · ln (seen / expected).
        case gTest = "G"
    }

    /// How the distance was measured.
    public let kind: Kind
    /// The distance; zero where all windows have the same shares.
    public let statistic: Double
    /// One less than the columns times one less than the windows; zero where there is nothing to compare.
    public let degreesOfFreedom: Int
    /// The chance of so large a distance or a larger one, if all windows are samples of one source.
    public let pValue: Double
    /// The smallest of the expected counts, after pooling.
    public let smallestExpected: Double
    /// How many values were put together in one for being rare.
    public let pooledValues: Int
    /// The distance on a scale from zero to one that does not grow with the sample: Cramér's V, from the chi-square
    /// statistic; zero where there is nothing to compare.
    public let effectSize: Double

    /// Compares windows; values of which fewer than `least` are expected in some window are pooled, with zero none.
    /// - Throws: ``StatisticsError`` with fewer than two windows, for an empty one, or where `least` is negative or not
    ///   finite.
    /// - Complexity: O(*k* log *k*) in the number of values.
    public init<Value>(
        of windows: [Counts<Value>], by kind: Kind = .chiSquare, poolingBelow least: Double = 5
    ) throws(StatisticsError) {
        try self.init(ContingencyTable(windows), by: kind, poolingBelow: least)
    }

    init(_ table: ContingencyTable, by kind: Kind, poolingBelow least: Double) throws(StatisticsError) {
        guard table.windowTotals.count > 1 else {
            throw .tooFew(statistic: "homogeneity test of windows", have: table.windowTotals.count, need: 2)
        }
        guard table.windowTotals.allSatisfy({ $0 > 0 }) else { throw .noValues(statistic: "homogeneity test") }
        guard least >= 0, least.isFinite else {
            throw .notAnAmount(statistic: "least expected count", index: 0, value: least)
        }
        var table = table
        table.pool(below: least)
        self.init(table, kind)
    }

    private init(_ table: ContingencyTable, _ kind: Kind) {
        let (columns, windows) = (table.columns.count, table.windowTotals.count)
        let chiSquare = table.chiSquare
        self.kind = kind
        statistic = kind == .chiSquare ? chiSquare : table.logLikelihoodRatio
        degreesOfFreedom = (columns - 1) * (windows - 1)
        pValue = ChiSquare.upperTail(statistic, degreesOfFreedom: Double(degreesOfFreedom))
        smallestExpected = table.smallestExpected
        pooledValues = table.pooledValues
        let largest = table.total * Double(min(columns, windows) - 1)
        effectSize = largest > 0 ? min((chiSquare / largest).squareRoot(), 1) : 0
    }
}

extension ContingencyTable {
    fileprivate var chiSquare: Double {
        columns.count < 2 ? 0 : sum { ($0 - $1) * (($0 - $1) / $1) }
    }

    fileprivate var logLikelihoodRatio: Double {
        columns.count < 2 ? 0 : max(2 * sum { seen, expected in seen > 0 ? seen * log(seen / expected) : 0 }, 0)
    }

    private func sum(_ term: (_ seen: Double, _ expected: Double) -> Double) -> Double {
        var sum = 0.0
        for column in columns {
            for window in windowTotals.indices { sum += term(column.counts[window], expected(column, window)) }
        }
        return sum
    }
}
