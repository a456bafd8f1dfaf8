internal import Glibc

extension SpecialFunctions {
    /// ln *n*! for whole numbers of at least zero: from a table, or by Stirling's formula where that has all digits.
    static func logFactorial(_ n: Double) -> Double {
        guard n >= Double(logFactorials.count) else { return logFactorials[Int(n)] }
        return (n + 0.5) * log(n) - n + halfLogTwoPi + stirlingRestOfLarge(n)
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_7

    private static let logFactorials: [Double] = (0..<256).map { logGamma(Double($0) + 1) }

    /// As much of ``stirlingRest(_:)`` as a double can tell above 256.
    private static func stirlingRestOfLarge(_ n: Double) -> Double {
        let square = 1 / (n * n)
        return (1.0 / 12 - square * (1.0 / 360 - square / 1260)) / n
    }
}
