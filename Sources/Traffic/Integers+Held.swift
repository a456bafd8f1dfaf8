/// Sums and products held at the largest number: windows of any length can be numbered, and the last one ends.
extension UInt64 {
    @inline(__always)
    func plus(_ other: UInt64) -> UInt64 {
        let sum = addingReportingOverflow(other)
        return sum.overflow ? .max : sum.partialValue
    }

    @inline(__always)
    func times(_ other: UInt64) -> UInt64 {
        let product = multipliedReportingOverflow(by: other)
        return product.overflow ? .max : product.partialValue
    }
}

extension Int64 {
    /// How long after `earlier` this is, held at what a number takes: time stamps may be centuries apart.
    @inline(__always)
    func since(_ earlier: Int64) -> Int64 {
        let difference = subtractingReportingOverflow(earlier)
        return difference.overflow ? .max : difference.partialValue
    }

    /// The quotient rounded towards the past, and what remains, which is not negative.
    func flooredQuotient(dividingBy divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
