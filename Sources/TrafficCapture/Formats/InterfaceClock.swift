import Traffic

/// Turns the ticks of an interface into moments, exactly: what is finer than a nanosecond is cut off.
struct InterfaceClock {
    private let multiplier: UInt128
    private let divisor: UInt128
    /// Nanoseconds to be added.
    private let offset: Int128

    private static let nanosecondsPerSecond: UInt128 = 1_000_000_000

    init(_ resolution: TimestampResolution, offset seconds: Int64) {
        offset = Int128(seconds) * Int128(Self.nanosecondsPerSecond)
        if resolution.base == .ten, resolution.exponent <= 9 {
            multiplier = Self.powerOfTen(9 - resolution.exponent)
            divisor = 1
        } else {
            multiplier = Self.nanosecondsPerSecond
            divisor = resolution.base == .two ? 1 << UInt128(resolution.exponent) : Self.powerOfTen(resolution.exponent)
        }
    }

    /// The moment `ticks` after the interface's zero; held at the ends of what a time stamp covers.
    @inline(__always)
    func time(ticks: UInt64) -> Timestamp {
        // At most 2^64 ticks of at most 10^9 nanoseconds, and 2^63 seconds more, fit well within 128 bits.
        let scaled = UInt128(ticks) &* multiplier
        let nanoseconds = Int128(truncatingIfNeeded: divisor == 1 ? scaled : scaled / divisor) &+ offset
        return Timestamp(nanoseconds: Int64(clamping: nanoseconds))
    }

    /// Ten to the power of `exponent`, or of 38, which 128 bits just hold: ticks so fine are all within one nanosecond.
    private static func powerOfTen(_ exponent: Int) -> UInt128 {
        (0..<min(exponent, 38)).reduce(1) { power, _ in power * 10 }
    }
}
