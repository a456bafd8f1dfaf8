/// How far a value is from what was to be expected, in scales of the baseline.
///
///     let baseline = try MedianBaseline(fitting: past)
///     baseline.deviation(of: 7.9, at: now).z            // 6.2: a robust z, as the baseline is one of medians
///
/// There is always a deviation, and ``standing`` says what it is worth; ``z`` is never infinite nor "not a number".
public struct BaselineDeviation: Hashable, Sendable {
    /// What a deviation is worth.
    public enum Standing: String, Hashable, Sendable {
        /// The value was measured against a scale.
        case measured
        /// All of the past was one value, and this is it: its z is zero.
        case unchanged
        /// All of the past was one value, and this is another. No scale can say how unusual that is.
        case novel
        /// The baseline knows too little.
        case tooLittlePast
        /// There is no value, or it is no finite number.
        case noValue
    }

    /// The value; nil for a gap, and where it was not finite.
    public let value: Double?
    /// What was to be expected.
    public let expectation: Expectation
    /// What the deviation is worth.
    public let standing: Standing
    /// Value less expected value; nil without either.
    public let difference: Double?
    /// The difference in scales: a z-score by mean and standard deviation, a robust z by median and MAD. Nil where
    /// there is no scale to measure by.
    public let z: Double?

    /// Compares a value with an expectation.
    public init(of value: Double?, from expectation: Expectation) {
        let value = value.flatMap { $0.isFinite ? $0 : nil }
        let difference = value.flatMap { value in
            expectation.value.flatMap { $0.isFinite ? (value - $0).held : nil }
        }
        let standing = Self.standing(difference, expectation, hasValue: value != nil)
        (self.value, self.expectation, self.difference, self.standing) = (value, expectation, difference, standing)
        z =
            switch standing {
            case .measured: difference.flatMap { difference in expectation.scale.map { (difference / $0).held } }
            case .unchanged: 0
            case .novel, .tooLittlePast, .noValue: nil
            }
    }
}

extension BaselineDeviation {
    /// Whether the value lies more than `limit` scales away, or differs from a past that never changed.
    ///
    /// Iglewicz and Hoaglin (How to Detect and Handle Outliers, 1993) take 3.5 for a robust z.
    public func isUnusual(beyond limit: Double) -> Bool {
        standing == .novel || abs(z ?? 0) > limit
    }

    private static func standing(_ difference: Double?, _ expectation: Expectation, hasValue: Bool) -> Standing {
        guard hasValue else { return .noValue }
        guard let difference, let scale = expectation.scale else { return .tooLittlePast }
        guard scale > 0 else { return difference == 0 ? .unchanged : .novel }
        return .measured
    }
}
