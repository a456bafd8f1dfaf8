/// A statistic with the error that a ``Bootstrap`` saw.
public struct BootstrapEstimate: Hashable, Sendable {
    /// The statistic of the sample itself.
    public let value: Double
    /// How far the replicates lie off the statistic on average.
    public let bias: Double
    /// The standard deviation of the replicates.
    public let standardError: Double
    /// The interval; a point where all replicates are alike.
    public let interval: ConfidenceInterval
    /// The share of the replicates that lie below the value, those that equal it counted half.
    ///
    /// Near one half in a sound sample. At zero or one all replicates lie on one side: the bias is beyond what they can
    /// correct, and a BCa interval ends at the outermost of them.
    public let shareBelow: Double
    /// The statistics of all resamples in ascending order.
    public let replicates: [Double]
}

extension BootstrapEstimate {
    /// The estimate from replicates in any order: those that differ from the value by no more than `rounding` equal it,
    /// and `acceleration` is asked for only where the method needs it.
    /// - Throws: ``StatisticsError`` where a replicate is not finite or they are so large that their squares have no
    ///   sum, and what `acceleration` throws.
    init(
        _ value: Double, _ replicates: [Double], _ bootstrap: Bootstrap, rounding: Double = 0,
        acceleration: () throws(StatisticsError) -> Double
    ) throws(StatisticsError) {
        if let bad = replicates.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(statistic: "bootstrap replicates", index: bad, value: replicates[bad])
        }
        var moments = Moments()
        for replicate in replicates { moments.add(replicate) }
        let ascending = replicates.sorted()
        let below = Self.shareBelow(value, ascending, rounding)
        let shares = try Shares(bootstrap, below, acceleration)
        let ends = (
            Quantile.value(shares.lower, ofAscending: ascending), Quantile.value(shares.upper, ofAscending: ascending)
        )
        let mirror = bootstrap.method == .basic
        self.init(
            value: value, bias: moments.mean - value, standardError: moments.sampleVariance.squareRoot(),
            interval: ConfidenceInterval(
                mirror ? 2 * value - ends.0 : ends.0, mirror ? 2 * value - ends.1 : ends.1, level: bootstrap.level),
            shareBelow: below, replicates: ascending)
        guard [bias, standardError, interval.lower, interval.upper].allSatisfy(\.isFinite) else {
            throw .outOfRange(
                argument: "bootstrap of numbers", value: "as large as \(value)", allowed: "numbers below 1e150")
        }
    }

    private static func shareBelow(_ value: Double, _ ascending: [Double], _ rounding: Double) -> Double {
        let below = ascending.partitioningIndex { $0 >= value - rounding }
        let notAbove = ascending.partitioningIndex { $0 > value + rounding }
        return Double(below + notAbove) / Double(2 * ascending.count)
    }

    func scaled(by factor: Double) -> BootstrapEstimate {
        BootstrapEstimate(
            value: value * factor, bias: bias * factor, standardError: standardError * factor,
            interval: interval.scaled(by: factor), shareBelow: shareBelow, replicates: replicates.map { $0 * factor })
    }
}

/// Which quantiles of the replicates bound the interval.
private struct Shares {
    let lower: Double
    let upper: Double

    init(
        _ bootstrap: Bootstrap, _ below: Double, _ acceleration: () throws(StatisticsError) -> Double
    ) throws(StatisticsError) {
        let tail = (1 - bootstrap.level) / 2
        guard bootstrap.method == .biasCorrectedAccelerated else {
            (lower, upper) = (tail, 1 - tail)
            return
        }
        let finest = 1 / Double(2 * bootstrap.replicates)
        let shift = StandardNormal.quantile(min(max(below, finest), 1 - finest))
        let acceleration = try acceleration()
        let reach = -StandardNormal.quantile(tail)
        lower = Self.corrected(shift - reach, shift, acceleration)
        upper = Self.corrected(shift + reach, shift, acceleration)
    }

    /// Efron's correction; where the acceleration takes a point past infinity, the last share on that side.
    private static func corrected(_ point: Double, _ shift: Double, _ acceleration: Double) -> Double {
        let room = 1 - acceleration * point
        guard room > 0 else { return point > 0 ? 1 : 0 }
        return StandardNormal.cumulative(shift + point / room)
    }
}

extension [Double] {
    /// The first index from which on `belongs` holds, by bisection.
    fileprivate func partitioningIndex(where belongs: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
