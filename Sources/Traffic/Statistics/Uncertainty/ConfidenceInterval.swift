/// Where the truth lies, as far as a sample can tell.
///
/// Of the intervals that a method gives for many samples, the share `level` holds the truth, if the method's conditions
/// are met.
public struct ConfidenceInterval: Hashable, Sendable {
    /// The lower end.
    public let lower: Double
    /// The upper end, not below the lower one.
    public let upper: Double
    /// The share of intervals that hold the truth, such as 0.95.
    public let level: Double

    /// An interval; the ends may come in either order.
    public init(_ first: Double, _ second: Double, level: Double) {
        (lower, upper) = (min(first, second), max(first, second))
        self.level = level
    }
}

extension ConfidenceInterval {
    /// Whether the interval holds a value, its ends included.
    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// How far it reaches from end to end.
    public var width: Double { upper - lower }
}

extension ConfidenceInterval {
    /// The interval of a normally distributed estimate.
    /// - Throws: ``StatisticsError/notALevel(_:)``.
    init(around value: Double, standardError: Double, level: Double) throws(StatisticsError) {
        let reach = standardError * -StandardNormal.quantile((1 - (try Self.checked(level))) / 2)
        self.init(value - reach, value + reach, level: level)
    }

    /// The level itself, which lies between zero and one.
    static func checked(_ level: Double) throws(StatisticsError) -> Double {
        guard level > 0, level < 1 else { throw .notALevel(level) }
        return level
    }

    /// The interval with what lies below zero cut off.
    var notNegative: ConfidenceInterval {
        ConfidenceInterval(max(lower, 0), max(upper, 0), level: level)
    }

    /// The interval in another unit.
    func scaled(by factor: Double) -> ConfidenceInterval {
        ConfidenceInterval(lower * factor, upper * factor, level: level)
    }
}
