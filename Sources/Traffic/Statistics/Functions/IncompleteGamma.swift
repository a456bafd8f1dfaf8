internal import Glibc

extension SpecialFunctions {
    /// The regularised incomplete gamma function from `x` up, Q(a, x) = Γ(a, x) / Γ(a), for a above zero and x of at
    /// least zero: the chance that a gamma variable of shape a exceeds x.
    ///
    /// By its series where x is small and by Lentz's continued fraction elsewhere (Press et al., Numerical Recipes,
    /// section 6.2), to some 14 digits.
    static func upperGamma(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < .infinity else { return 0 }
        let scale = exp(a * log(x) - x - lgamma(a))
        return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
    }

    private static var mostSteps: Int { 100_000 }

    private static func lowerSeries(_ a: Double, _ x: Double) -> Double {
        var term = 1 / a
        var sum = term
        for step in 1...mostSteps where term > sum * .ulpOfOne / 4 {
            term *= x / (a + Double(step))
            sum += term
        }
        return sum
    }

    private static func upperFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var fraction = d
        for step in 1...mostSteps {
            let numerator = -Double(step) * (Double(step) - a)
            b += 2
            d = 1 / atLeast(tiny, numerator * d + b)
            c = atLeast(tiny, b + numerator / c)
            fraction *= d * c
            if abs(d * c - 1) < .ulpOfOne { break }
        }
        return fraction
    }

    private static func atLeast(_ tiny: Double, _ value: Double) -> Double { abs(value) < tiny ? tiny : value }
}
