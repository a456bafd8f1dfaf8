/// The number, sum, sum of squares and extremes of whole numbers: what mean and deviation need, without rounding.
///
/// Sums of integers are exact in whatever order they are made, so neither long flows nor large values lose digits; only
/// the final division rounds.
///
///     let sizes = IntegerMoments([60, 1500])
///     sizes.mean                  // 780.0
///     sizes.standardDeviation     // 1018.2337649086284
public struct IntegerMoments: Hashable, Sendable {
    /// How many values there were.
    public private(set) var count: Int = 0
    /// The smallest value; zero where there is none.
    public private(set) var minimum: Int = 0
    /// The greatest value; zero where there is none.
    public private(set) var maximum: Int = 0
    /// The sum of the values.
    public private(set) var sum: UInt128 = 0
    /// The sum of the values' squares.
    public private(set) var squares: UInt128 = 0

    /// No values.
    public init() {}

    /// The moments of `values`; a negative one counts as zero.
    public init(_ values: some Sequence<Int>) {
        for value in values { add(value) }
    }

    init(count: Int, minimum: Int, maximum: Int, sum: UInt128, squares: UInt128) {
        self.count = count
        self.minimum = minimum
        self.maximum = maximum
        self.sum = sum
        self.squares = squares
    }

    /// Adds one more value; a negative one counts as zero.
    public mutating func add(_ value: Int) {
        let value = max(value, 0)
        minimum = count == 0 ? value : min(minimum, value)
        maximum = max(maximum, value)
        count += 1
        sum &+= UInt128(value)
        squares &+= UInt128(value) &* UInt128(value)
    }

    /// The moments of both sets of values together.
    public func merged(with other: IntegerMoments) -> IntegerMoments {
        guard count > 0 else { return other }
        guard other.count > 0 else { return self }
        return IntegerMoments(
            count: count + other.count, minimum: min(minimum, other.minimum), maximum: max(maximum, other.maximum),
            sum: sum &+ other.sum, squares: squares &+ other.squares)
    }

    /// The mean; zero where there is no value.
    public var mean: Double { count == 0 ? 0 : sum.asDouble / Double(count) }

    /// The sample variance, with *n* − 1 in the denominator; zero below two values.
    public var variance: Double {
        guard count > 1 else { return 0 }
        let number = UInt128(count)
        let (scaled, overflow) = squares.multipliedReportingOverflow(by: number)
        let (product, overflowToo) = sum.multipliedReportingOverflow(by: sum)
        guard !overflow, !overflowToo else { return max(roughVariance, 0) }
        return (scaled - product).asDouble / (Double(count) * Double(count - 1))
    }

    /// The sample standard deviation; zero below two values.
    public var standardDeviation: Double { variance.squareRoot() }

    /// For sums beyond 128 bits, which need gaps of centuries.
    private var roughVariance: Double {
        (squares.asDouble - sum.asDouble * mean) / Double(count - 1)
    }
}

extension UInt128 {
    /// The nearest number in floating point: what the general conversion gives, in a fraction of its time.
    ///
    /// The upper 64 bits are more than a Double holds, so of the bits below them only whether any is set can matter.
    fileprivate var asDouble: Double {
        let shift = Self.bitWidth / 2 - Swift.min(leadingZeroBitCount, Self.bitWidth / 2)
        guard shift > 0 else { return Double(UInt64(truncatingIfNeeded: self)) }
        let upper = UInt64(truncatingIfNeeded: self >> UInt128(shift))
        let isExact = self & (1 << UInt128(shift) - 1) == 0
        return Double(sign: .plus, exponent: shift, significand: Double(isExact ? upper : upper | 1))
    }
}
