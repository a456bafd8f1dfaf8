/// A number with the range that tells how far to trust it, such as a confidence interval or the quartiles.
///
///     Column("Mean", format: .fixed(1)) { Estimate($0.mean, low: $0.interval.lower, high: $0.interval.upper) }
///
/// A reader sees `7.3 (6.7 to 7.9)`; a column of them is aligned and sorted by the numbers, a program gets all three.
public struct Estimate: Hashable, Sendable {
    /// The number itself; without it nothing is shown.
    public var value: Double
    /// The lower end of the range.
    public var low: Double
    /// The upper end of the range.
    public var high: Double

    /// A number and the ends of its range; an end that is no number is shown as missing.
    public init(_ value: Double, low: Double, high: Double) {
        (self.value, self.low, self.high) = (value, low, high)
    }

    /// The number with its range as a reader should see it.
    public func text(_ format: NumberFormat = .automatic) -> String {
        "\(format.text(for: value)) (\(format.text(for: low)) to \(format.text(for: high)))"
    }
}

extension Estimate: CustomStringConvertible {
    /// The number with its range in the shortest form that reads well.
    public var description: String { text() }
}
