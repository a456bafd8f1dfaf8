internal import Glibc

extension SpecialFunctions {
    /// The regularised incomplete gamma function from `x` up, Q(a, x) = Γ(a, x) / Γ(a), for a above zero and x of at
    /// least zero: the chance that a gamma variable of shape a exceeds x. Outside of these it is no number.
    ///
    /// Where x is small by one of two series, elsewhere by Lentz's continued fraction (Press et al., Numerical Recipes,
    /// section 6.2), both of which take some √a steps where x is close to a; there a large a has its own expansion. The
    /// relative error is below 10⁻¹² unless the value itself is below 10⁻²⁵⁰.
    static func upperGamma(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        guard x > 0, a < .infinity else { return x < .infinity ? 1 : .nan }
        guard x < .infinity else { return 0 }
        let distance = (x - a) / a
        if a > 1e6, abs(distance) < 0.04 { return upperGammaUniform(a, distance) }
        if a < 0.5, x < 1.1 { return upperSeries(a, x) }
        return x < a + 1
            ? 1 - gammaDensity(a, x) * lowerSeries(a, x) : gammaDensity(a, x) * upperFraction(a, x)
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

    /// One minus the lower function's series, rearranged so that nothing cancels where `a` is small and so is the rest.
    private static func upperSeries(_ a: Double, _ x: Double) -> Double {
        var (term, sum) = (1.0, 0.0)
        for step in 1...mostSteps {
            term *= -x / Double(step)
            sum += term / (a + Double(step))
            if abs(term) < abs(sum) * .ulpOfOne / 4 { break }
        }
        let power = a * log(x) - logGammaOfOne(plus: a)
        return -expm1(power) - a * exp(power) * sum
    }

    private static func upperFraction(_ a: Double, _ x: Double) -> Double {
        let first = x + 1 - a
        return 1
            / continuedFraction(first) { step in
                (-Double(step) * (Double(step) - a), first + 2 * Double(step))
            }
    }
}
