extension TrafficEntropySpectrum {
    /// What the entropy of each order ranges over in ordinary traffic.
    public struct Range: Hashable, Sendable {
        /// The least entropy of each order.
        public private(set) var least: [Double]
        /// The greatest entropy of each order.
        public private(set) var greatest: [Double]

        init(least: [Double], greatest: [Double]) {
            self.least = least
            self.greatest = greatest
        }

        mutating func include(_ values: [Double]) {
            for (index, value) in values.enumerated() {
                least[index] = min(least[index], value)
                greatest[index] = max(greatest[index], value)
            }
        }
    }
}

extension TrafficEntropySpectrum.Range {
    /// Where the entropies of a window lie: 0 at the least and 1 at the greatest of ordinary traffic, order by order.
    ///
    /// Of an order whose entropy never changed, the same value is a half, and anything else infinitely far from it;
    /// so is an entropy too large for a number.
    /// - Throws: ``StatisticsError/unequalLengths(statistic:first:second:)`` for values of other orders.
    public func normalized(_ values: [Double]) throws(StatisticsError) -> [Double] {
        guard values.count == least.count else {
            throw .unequalLengths(
                statistic: "traffic entropy spectrum", first: values.count, second: least.count)
        }
        return values.indices.map { place(of: values[$0], from: least[$0], to: greatest[$0]) }
    }

    private func place(of value: Double, from low: Double, to high: Double) -> Double {
        if value > high && !(high > low) { return .infinity }
        if value < low && !(high > low) { return -.infinity }
        return high > low && high < .infinity ? (value - low) / (high - low) : 0.5
    }
}
