internal import Glibc

/// Functions of mathematics that the C library lacks.
enum SpecialFunctions {}

extension SpecialFunctions {
    /// The logarithmic derivative of the gamma function, ψ(x), for x above zero; minus infinity at zero, and no number
    /// below.
    ///
    /// Where x is small, ψ(x) = ψ(x + 1) − 1/x leads to where the asymptotic series is exact to the last digits
    /// (Abramowitz and Stegun 6.3.5, 6.3.18).
    static func digamma(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? -.infinity : .nan }
        var (x, shift) = (x, 0.0)
        while x < 10 {
            shift -= 1 / x
            x += 1
        }
        let square = 1 / (x * x)
        let series = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32760, 1.0 / 12]
        return shift + log(x) - 1 / (2 * x) - polynomial(series, square) * square
    }

    /// The derivative of ``digamma(_:)``, ψ′(x), for x above zero (Abramowitz and Stegun 6.4.6, 6.4.12); infinite at
    /// zero, and no number below.
    static func trigamma(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? .infinity : .nan }
        var (x, shift) = (x, 0.0)
        while x < 10 {
            shift += 1 / (x * x)
            x += 1
        }
        let square = 1 / (x * x)
        let series = [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6]
        return shift + 1 / x + square / 2 + polynomial(series, square) * square / x
    }

    /// Horner's scheme: the coefficients from the constant one on.
    static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }
}
