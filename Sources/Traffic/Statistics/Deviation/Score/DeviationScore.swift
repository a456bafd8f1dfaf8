internal import Glibc

/// How far traffic is from what is ordinary, in all dimensions together, and what each contributed.
///
/// The score is the squared Mahalanobis distance z·R⁻¹·z of the z-scores, by the correlations R of the past
/// (Proceedings of the National Institute of Sciences of India 2, 1936). The share of a dimension is its term of the
/// sum over z and R⁻¹·z: they add up to the score exactly. A share may be below zero: the dimension then speaks *for*
/// the ordinary, as it moved the way it does when the others move as they did.
public struct DeviationScore: Timed, Hashable, Sendable {
    /// What one dimension has to do with it.
    public struct Contribution: Hashable, Sendable {
        /// The dimension.
        public let dimension: TrafficDimension
        /// How far it is from its own baseline.
        public let deviation: BaselineDeviation
        /// Its z, held within ±10⁶: above zero for more than expected.
        public let z: Double
        /// Its part of the score.
        public let amount: Double
    }

    /// A dimension that could not be scored.
    public struct Unscored: Hashable, Sendable {
        /// The dimension.
        public let dimension: TrafficDimension
        /// Why not.
        public let standing: BaselineDeviation.Standing
    }

    /// The moment.
    public let time: Timestamp
    /// What each dimension contributed, in order of name.
    public let contributions: [Contribution]
    /// The dimensions that are missing, or that the past does not tell enough about.
    public let unscored: [Unscored]
}

extension DeviationScore {
    /// The squared distance; zero where no dimension could be scored. The sum of all contributions.
    public var squaredDistance: Double { contributions.reduce(0) { $0 + $1.amount } }

    /// The chance of a distance as great or greater, if z-scores were normal and correlated as in the past (chi-square,
    /// one degree of freedom for each dimension); nil where no dimension could be scored.
    ///
    /// Those of traffic have heavier tails: where false alarms matter, take an ``AlarmThreshold`` of past scores.
    public var pValue: Double? {
        guard !contributions.isEmpty else { return nil }
        return ChiSquare.upperTail(squaredDistance, degreesOfFreedom: Double(contributions.count))
    }

    /// The score as a value of a standard normal variable, whichever dimensions were there: it can be compared between
    /// windows, and never ends at zero as ``pValue`` does. Nil where no dimension could be scored.
    ///
    /// By the cube root of Wilson and Hilferty (Proceedings of the National Academy of Sciences 17, 1931).
    public var normalScore: Double? {
        guard !contributions.isEmpty else { return nil }
        let freedom = Double(contributions.count)
        let variance = 2 / (9 * freedom)
        return (cbrt(max(squaredDistance, 0) / freedom) - (1 - variance)) / variance.squareRoot()
    }

    /// The contributions, the greatest first; equals in order of name.
    public var ranked: [Contribution] {
        contributions.sorted { ($1.amount, $0.dimension) < ($0.amount, $1.dimension) }
    }

    /// Dimensions whose past was one single value, and which now have another: beyond any score.
    public var novel: [TrafficDimension] {
        unscored.filter { $0.standing == .novel }.map(\.dimension)
    }

    /// The z of each dimension that could be scored.
    public var zScores: [TrafficDimension: Double] {
        Dictionary(contributions.map { ($0.dimension, $0.z) }) { first, _ in first }
    }
}
