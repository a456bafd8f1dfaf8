/// What is ordinary in several dimensions at once, and which of them usually go together.
///
///     let model = try DeviationModel(fitting: lastWeek)
///     let score = model.score(of: now)
///     score.pValue                            // 3e-9
///     score.ranked.first?.dimension           // dst-port entropy
///
/// Each dimension has a baseline of its own. The z-scores of the past by these tell how the dimensions go together, so
/// that five which always rise as one do not count five times.
public struct DeviationModel: Sendable {
    /// The dimensions, in order of name.
    public let dimensions: [TrafficDimension]
    /// How far their correlations were drawn towards none, from 0.001 to 1; the more, the less the past could tell.
    public var shrinkage: Double { correlations.shrinkage }
    private let baselines: [any Baseline]
    private let correlations: CorrelationMatrix

    /// Learns from `past`.
    /// - Parameters:
    ///   - past: in any order; dimensions may be missing here and there.
    ///   - shrinkage: the share of independence in the correlations, from 0.001 to 1; if not given, as much as they are
    ///     uncertain, after Schäfer and Strimmer. With 1 the score is the sum of squared z-scores.
    ///   - baseline: the baseline of each dimension; one of medians, if not given.
    /// - Throws: ``StatisticsError`` for values that are not finite or beyond 10¹⁵⁰, a shrinkage out of range, and what
    ///   `baseline` throws.
    /// - Complexity: O(*n* · (*k*² + log *n*)) for *n* snapshots of *k* dimensions, with the default baselines.
    public init(
        fitting past: [Snapshot], shrinkage: Double? = nil,
        baseline: ([Reading]) throws(StatisticsError) -> any Baseline = DeviationModel.median
    ) throws(StatisticsError) {
        if let shrinkage, !(shrinkage >= CorrelationMatrix.leastShrinkage && shrinkage <= 1) {
            throw .outOfRange(argument: "shrinkage", value: "\(shrinkage)", allowed: "one from 0.001 to 1")
        }
        let dimensions = Set(past.flatMap(\.values.keys)).sorted()
        var (baselines, columns): ([any Baseline], [[Double]]) = ([], [])
        for dimension in dimensions {
            let readings = past.map { $0.reading(of: dimension) }
            try Self.check(readings, of: dimension)
            let learnt = try baseline(readings)
            baselines.append(learnt)
            columns.append(readings.map { Self.bounded(learnt.deviation(of: $0).z ?? 0, by: Self.mostLearnt) })
        }
        correlations = CorrelationMatrix(columns: columns, shrinkage: shrinkage)
        (self.dimensions, self.baselines) = (dimensions, baselines)
    }

    /// The baseline of medians.
    public static func median(_ past: [Reading]) throws(StatisticsError) -> any Baseline {
        try MedianBaseline(fitting: past)
    }

    /// How far a snapshot is from what is ordinary. Dimensions that the past did not have are not looked at.
    /// - Complexity: O(*k*³) in the number of dimensions.
    public func score(of snapshot: Snapshot) -> DeviationScore {
        let deviations = zip(dimensions, baselines).map { dimension, baseline in
            baseline.deviation(of: snapshot.reading(of: dimension))
        }
        let scored = dimensions.indices.filter { deviations[$0].z != nil }
        let z = scored.map { Self.bounded(deviations[$0].z ?? 0, by: Self.mostScored) }
        let weights = Cholesky(scored.map { row in scored.map { correlations.rows[row][$0] } }).solve(z)
        let contributions = scored.indices.map { place in
            DeviationScore.Contribution(
                dimension: dimensions[scored[place]], deviation: deviations[scored[place]], z: z[place],
                amount: z[place] * weights[place])
        }
        let unscored = dimensions.indices.filter { deviations[$0].z == nil }
        return DeviationScore(
            time: snapshot.time, contributions: contributions,
            unscored: unscored.map { .init(dimension: dimensions[$0], standing: deviations[$0].standing) })
    }
}

extension DeviationModel {
    /// Beyond it a past z counts as this much where correlations are learnt: else one attack in the past would make its
    /// whole pattern ordinary.
    private static var mostLearnt: Double { 3 }
    /// Beyond it a z counts as this much in the score, so that its square and the sum of squares are numbers.
    private static var mostScored: Double { 1e6 }

    private static func bounded(_ z: Double, by most: Double) -> Double { min(max(z, -most), most) }

    /// Says which dimension a value that is not finite belongs to.
    private static func check(_ readings: [Reading], of dimension: TrafficDimension) throws(StatisticsError) {
        for (index, reading) in readings.enumerated() {
            if let value = reading.value { try OrderedReadings.check(value, at: index, for: dimension.rawValue) }
        }
    }
}
