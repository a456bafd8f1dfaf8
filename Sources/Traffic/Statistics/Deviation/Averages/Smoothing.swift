internal import Glibc

/// How fast exponential weights fall from each value to the one before it.
public struct Smoothing: Hashable, Sendable {
    private let weight: Double
    private let name: String
    private let given: Double

    /// The newest value weighs `alpha`, above 0 and at most 1, and each earlier one 1 − `alpha` times its successor.
    public static func alpha(_ alpha: Double) -> Smoothing {
        Smoothing(weight: alpha, name: "smoothing alpha", given: alpha)
    }

    /// As fast as a simple average over `span` values ages: alpha is 2 / (span + 1). At least 1.
    public static func span(_ span: Double) -> Smoothing {
        Smoothing(weight: 2 / (span + 1), name: "smoothing span", given: span)
    }

    /// A value that lies `count` values back weighs half. Above zero.
    public static func halfLife(_ count: Double) -> Smoothing {
        Smoothing(weight: -expm1(-0.6931471805599453 / count), name: "smoothing half-life", given: count)
    }

    func alpha() throws(StatisticsError) -> Double {
        guard given.isFinite, given > 0, weight > 0, weight <= 1 else {
            throw .outOfRange(
                argument: name, value: "\(given)", allowed: "one whose newest weight is above 0, at most 1")
        }
        return weight
    }
}
