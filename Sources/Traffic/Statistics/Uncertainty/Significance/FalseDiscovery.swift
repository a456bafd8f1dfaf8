/// Chances of many tests at once, adjusted so that few of those called significant are so by chance.
///
///     let windows = try FalseDiscovery(of: pValues)
///     windows.discoveries(at: 0.05)     // of such lists one entry in twenty is false on average
///
/// Of a thousand quiet windows fifty have a p-value below 0.05; after the adjustment, most often none has.
/// Source: Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57, 1995; Y. Benjamini and D. Yekutieli, Ann. Stat. 29,
/// 2001.
public struct FalseDiscovery: Hashable, Sendable {
    /// What is known of how the tests hang together.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// Independent tests, or ones that err to the same side.
        case benjaminiHochberg = "Benjamini–Hochberg"
        /// Any tests; stricter, by 1 + 1/2 + … + 1/*m* for *m* tests.
        case benjaminiYekutieli = "Benjamini–Yekutieli"
    }

    /// How the chances were adjusted.
    public let method: Method
    /// For each test, in the order given, the smallest rate of false discoveries at which it is one.
    public let adjusted: [Double]

    /// Adjusts the p-values of tests.
    /// - Throws: ``StatisticsError/notAProbability(argument:index:value:)``.
    /// - Complexity: O(*m* log *m*).
    public init(of pValues: [Double], by method: Method = .benjaminiHochberg) throws(StatisticsError) {
        if let bad = pValues.firstIndex(where: { !($0 >= 0 && $0 <= 1) }) {
            throw .notAProbability(argument: "p-values", index: bad, value: pValues[bad])
        }
        let tests = Double(pValues.count)
        let strictness = method == .benjaminiHochberg ? 1 : pValues.indices.reduce(0) { $0 + 1 / Double($1 + 1) }
        var adjusted = pValues
        var smallest = 1.0
        let descending = pValues.indices.sorted { pValues[$0] > pValues[$1] }
        for (place, test) in descending.enumerated() {
            smallest = min(smallest, pValues[test] * tests / (tests - Double(place)) * strictness)
            adjusted[test] = smallest
        }
        self.method = method
        self.adjusted = adjusted
    }

    /// The tests that are discoveries at a rate of false ones, by their indices, ascending; none where `rate` is no
    /// number.
    public func discoveries(at rate: Double) -> [Int] {
        adjusted.indices.filter { adjusted[$0] <= rate }
    }
}
