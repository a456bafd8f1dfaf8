/// The running mean and spread of numbers that arrive one by one, without keeping them.
///
/// Welford's recurrence (Technometrics 4, 1962) never subtracts large squares, so it stays exact where the textbook
/// formula loses every digit: numbers near 10⁹ that differ by ones.
public struct Moments: Hashable, Sendable {
    /// How many numbers came.
    public private(set) var count = 0
    /// Their mean; zero before the first.
    public private(set) var mean = 0.0
    /// The smallest number; infinite before the first.
    public private(set) var min = Double.infinity
    /// The largest number; minus infinity before the first.
    public private(set) var max = -Double.infinity
    private var squares = 0.0

    /// No numbers yet.
    public init() {}

    /// The moments of `values`.
    public init(_ values: some Sequence<Double>) {
        for value in values { add(value) }
    }

    /// Takes one more number.
    public mutating func add(_ value: Double) {
        count += 1
        let delta = value - mean
        mean += delta / Double(count)
        squares += delta * (value - mean)
        min = Swift.min(min, value)
        max = Swift.max(max, value)
    }

    /// The mean squared distance from the mean, over all the numbers (dividing by their count); zero without any.
    public var populationVariance: Double { count > 0 ? squares / Double(count) : 0 }

    /// The unbiased estimate of the source's variance (dividing by count − 1); zero with fewer than two numbers.
    public var sampleVariance: Double { count > 1 ? squares / Double(count - 1) : 0 }
}
