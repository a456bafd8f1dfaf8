internal import Glibc

/// Differences of the logarithm of the gamma function.
enum LogGamma {
    /// From here on Stirling's series is exact to the last digits.
    private static var least: Double { 12 }

    /// ln Γ(*x* + *n*) − ln Γ(*x*) for *x* above zero and whole *n* of at least zero.
    ///
    /// Subtracting the two would leave no digits where *x* is large: so their series are subtracted term by term, and
    /// where *x* is small, the first factors of *x* (*x* + 1) … (*x* + *n* − 1) are multiplied out.
    static func rise(of x: Double, by n: Double) -> Double {
        guard x < least, n > 0 else { return stirling(x, n) }
        let factors = min((least - x).rounded(.up), n)
        var product = x
        for k in 1..<max(Int(factors), 1) { product *= x + Double(k) }
        return n > factors ? log(product) + stirling(x + factors, n - factors) : log(product)
    }

    /// The difference by Stirling's series (Abramowitz and Stegun 6.1.41), for *x* from ``least`` on.
    private static func stirling(_ x: Double, _ n: Double) -> Double {
        guard n > 0 else { return 0 }
        return (x - 0.5) * log1p(n / x) + n * (log(x + n) - 1) + tail(x + n) - tail(x)
    }

    private static func tail(_ x: Double) -> Double {
        let series = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188]
        return SpecialFunctions.polynomial(series, 1 / (x * x)) / x
    }
}
