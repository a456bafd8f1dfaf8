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
