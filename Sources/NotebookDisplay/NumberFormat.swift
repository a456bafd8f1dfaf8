/// How a number is written for a reader.
public enum NumberFormat: Hashable, Sendable {
    /// The shortest form that reads well: integers whole, others to four significant digits.
    case automatic
    /// A fixed count of digits after the decimal point.
    case fixed(Int)
}
