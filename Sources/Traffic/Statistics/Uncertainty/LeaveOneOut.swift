/// How a statistic changes when one of the observations is left out, for each of them.
///
/// Changes, not values: those of a mean of times since 1970 would be lost among its digits.
/// Observations that are alike are kept once, with how many they are.
struct LeaveOneOut: Sendable {
    let changes: [Double]
    let weights: [Double]
    /// The mean change.
    let mean: Double
    let size: Double

    init(_ changes: [Double], weights: [Double]) {
        self.changes = changes
        self.weights = weights
        size = weights.reduce(0, +)
        mean = zip(changes, weights).reduce(0) { $0 + $1.0 * $1.1 } / max(weights.reduce(0, +), 1)
    }

    /// The sum over all observations of a power of how far the statistic falls when one is left out.
    private func moment(_ power: (Double) -> Double) -> Double {
        zip(changes, weights).reduce(0) { $0 + $1.1 * power(mean - $1.0) }
    }

    /// The jackknife variance: (*n* − 1) / *n* times the sum of squares.
    var variance: Double { size > 1 ? moment { $0 * $0 } * (size - 1) / size : 0 }

    /// How fast the statistic's spread grows with its value: the skewness of the influences over six (Efron 1987); zero
    /// where no observation has any.
    var acceleration: Double {
        let squares = moment { $0 * $0 }
        guard squares > 0 else { return 0 }
        let skewness = moment { $0 * $0 * $0 } / (squares * squares.squareRoot())
        return skewness.isFinite ? skewness / 6 : 0
    }
}

extension LeaveOneOut {
    /// Without each number of a sample in turn.
    ///
    /// `value` is the statistic of the whole sample.
    /// - Complexity: O(*n*) for the mean and the standard deviation, O(*n* log *n*) for a quantile, *n* evaluations for
    ///   any other statistic.
    init(of sample: [Double], _ statistic: SampleStatistic, _ value: Double) {
        let changes =
            switch statistic.kind {
            case .mean: sample.map { (value - $0) / Double(max(sample.count - 1, 1)) }
            case .standardDeviation: Self.deviations(of: sample).map { $0 - value }
            case .quantile(let share): Self.quantiles(share, of: sample.sorted()).map { $0 - value }
            case .other: Self.values(of: sample, statistic).map { $0 - value }
            }
        self.init(changes, weights: [Double](repeating: 1, count: sample.count))
    }

    /// The sum of squares without *x* is that of all less *n* / (*n* − 1) times the square of how far *x* is from the
    /// mean.
    private static func deviations(of sample: [Double]) -> [Double] {
        var moments = Moments()
        for value in sample { moments.add(value) }
        let size = Double(sample.count)
        let squares = moments.populationVariance * size
        return sample.map { value in
            let distance = value - moments.mean
            let rest = max(squares - distance * distance * size / max(size - 1, 1), 0)
            return (rest / max(size - 2, 1)).squareRoot()
        }
    }

    /// Numbers in order stay so when one is overwritten by the one before it.
    private static func quantiles(_ share: Double, of ascending: [Double]) -> [Double] {
        var rest = ascending.dropFirst()
        return ascending.indices.map { left in
            if left > 0 { rest[left] = ascending[left - 1] }
            return Quantile.value(share, ofAscending: rest)
        }
    }

    private static func values(of sample: [Double], _ statistic: SampleStatistic) -> [Double] {
        var rest = Array(sample.dropFirst())
        return sample.indices.map { left in
            if left > 0 { rest[left - 1] = sample[left - 1] }
            return statistic.value(of: rest)
        }
    }

    /// Without an observation of each value in turn, in nats.
    ///
    /// `value` is the estimate of the whole sample.
    /// - Throws: what the estimator throws.
    /// - Complexity: O(groups) for an ``AdditiveEstimator``, groups × support for any other.
    init(of spectrum: CountSpectrum, _ estimator: some EntropyEstimator, _ value: Double) throws(StatisticsError) {
        let weights = spectrum.groups.map { Double($0.count) * Double($0.multiplicity) }
        if let additive = estimator as? any AdditiveEstimator {
            self.init(Self.sums(of: spectrum, additive).map { $0 - value }, weights: weights)
            return
        }
        var changes: [Double] = []
        for group in spectrum.groups {
            changes.append(try Self.nats(of: spectrum, without: group.count, estimator) - value)
        }
        self.init(changes, weights: weights)
    }

    private static func sums(of spectrum: CountSpectrum, _ estimator: some AdditiveEstimator) -> [Double] {
        let size = max(spectrum.size - 1, 1)
        let total = spectrum.sum { estimator.term(count: $0, size: size) } + estimator.constant(size: size)
        return spectrum.groups.map { group in
            let count = Double(group.count)
            let fewer = count > 1 ? estimator.term(count: count - 1, size: size) : 0
            return total - estimator.term(count: count, size: size) + fewer
        }
    }

    private static func nats(
        of spectrum: CountSpectrum, without count: Int, _ estimator: some EntropyEstimator
    ) throws(StatisticsError) -> Double {
        var counts = spectrum.descendingCounts
        if let first = counts.firstIndex(of: count) { counts[first] -= 1 }
        return try estimator.nats(of: CountSpectrum(counts: counts))
    }
}
