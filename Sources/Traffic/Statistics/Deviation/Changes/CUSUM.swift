/// The two-sided cumulative sum chart: it adds up small deviations until they are too many to be chance.
///
///     var chart = try CUSUM(k: 0.5, h: 5)
///     for reading in readings {
///         if let change = try chart.add(baseline.deviation(of: reading).z) { … }
///     }
///
/// It takes z-scores. A z that stays one standard deviation off looks ordinary each time, yet is found after ten
/// readings. `k`, half the shift to be found, is what each reading is forgiven; `h` is the sum that is too much. With
/// the usual k = 0.5 and h = 5, independent normal readings give one false alarm in 465 (Page, Biometrika 41, 1954;
/// Montgomery, Introduction to Statistical Quality Control, table 9.3). See ``averageRunLength(shift:)``.
public struct CUSUM: Hashable, Sendable {
    /// What each reading is forgiven, in standard deviations.
    public let k: Double
    /// The sum beyond which a change is told, in standard deviations.
    public let h: Double
    /// The sum of what lay above the expected, from the last time there was none.
    public private(set) var upper = 0.0
    /// The sum of what lay below it, positive.
    public private(set) var lower = 0.0
    private var count = 0
    private var upperRun = Run()
    private var lowerRun = Run()

    private struct Run: Hashable, Sendable {
        var onset = 0
        var length = 0
    }

    /// A chart that has seen nothing.
    /// - Throws: ``StatisticsError`` for a `k` that is negative, an `h` that is not above zero, and either beyond
    ///   10¹⁵⁰.
    public init(k: Double = 0.5, h: Double = 5) throws(StatisticsError) {
        guard k >= 0, k <= OrderedReadings.largest else {
            throw .outOfRange(argument: "CUSUM k", value: "\(k)", allowed: "one from 0 to 1e150")
        }
        guard h > 0, h <= OrderedReadings.largest else {
            throw .outOfRange(argument: "CUSUM h", value: "\(h)", allowed: "one above 0, at most 1e150")
        }
        (self.k, self.h) = (k, h)
    }

    /// Takes the next z, nil for a gap, which changes nothing but counts as a reading. A change is told once: both sums
    /// start anew after it.
    /// - Throws: ``StatisticsError`` for a z that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1).
    public mutating func add(_ z: Double?) throws(StatisticsError) -> ChangePoint? {
        if let z { try OrderedReadings.check(z, at: count, for: "CUSUM") }
        defer { count += 1 }
        guard let z else { return nil }
        upper = Self.sum(upper, z - k, &upperRun, at: count)
        lower = Self.sum(lower, -z - k, &lowerRun, at: count)
        guard max(upper, lower) > h else { return nil }
        return restart(isUp: upper > lower)
    }

    private static func sum(_ sum: Double, _ excess: Double, _ run: inout Run, at index: Int) -> Double {
        if sum == 0 { run = Run(onset: index) }
        run.length += 1
        return max(sum + excess, 0)
    }

    private mutating func restart(isUp: Bool) -> ChangePoint {
        let (run, sum) = isUp ? (upperRun, upper) : (lowerRun, lower)
        let shift = k + sum / Double(run.length)
        (upper, lower) = (0, 0)
        return ChangePoint(index: count, onset: run.onset, direction: isUp ? .up : .down, shift: isUp ? shift : -shift)
    }
}
