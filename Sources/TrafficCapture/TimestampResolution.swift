/// How fine the time stamps of an interface are: one tick is a power of ten or of two of a second.
///
///     TimestampResolution.nanoseconds.description     // "10^-9 s"
public struct TimestampResolution: Hashable, Sendable {
    /// What the exponent is of.
    public enum Base: Int, Hashable, Sendable {
        /// Powers of two.
        case two = 2
        /// Powers of ten.
        case ten = 10
    }

    /// What the exponent is of.
    public let base: Base
    /// One tick is `base` to the power of `-exponent` seconds.
    public let exponent: Int

    /// Ticks of `base` to the power of `-exponent` seconds; the exponent is held within 0...127, as pcapng has it.
    public init(base: Base, exponent: Int) {
        self.base = base
        self.exponent = min(max(exponent, 0), 127)
    }

    /// Ticks of a millionth of a second.
    public static let microseconds = TimestampResolution(base: .ten, exponent: 6)
    /// Ticks of a thousand-millionth of a second.
    public static let nanoseconds = TimestampResolution(base: .ten, exponent: 9)
}

extension TimestampResolution: CustomStringConvertible {
    /// The length of a tick.
    public var description: String { "\(base.rawValue)^-\(exponent) s" }
}
