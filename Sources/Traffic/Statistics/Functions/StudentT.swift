internal import Glibc

/// Student's t distribution.
enum StudentT {
    /// The chance that a sample of a normal source without correlation has a coefficient as far from zero as this one,
    /// or farther, by the distribution of t with the sample's size less two as its degrees of freedom, above zero.
    ///
    /// That is the regularised incomplete beta function I(1 − r²; ν / 2, 1 / 2), and 1 − r² is had without rounding
    /// where t is large.
    static func twoSidedChance(ofCorrelation coefficient: Double, degreesOfFreedom: Double) -> Double {
        let rest = (1 - coefficient) * (1 + coefficient)
        let square = coefficient * coefficient
        guard rest > 0 else { return 0 }
        guard square > 0 else { return 1 }
        let a = degreesOfFreedom / 2
        // xᵃ (1 − x)ᵇ / B(a, b), where b is one half and Γ(b) is √π.
        let power = a * (square < 0.5 ? log1p(-square) : log(rest))
        let factor = exp(power + halfStep(a)) * abs(coefficient) / Double.pi.squareRoot()
        return rest < (a + 1) / (a + 2.5)
            ? factor / (a * fraction(a, 0.5, rest)) : 1 - factor / (0.5 * fraction(0.5, a, square))
    }

    /// The continued fraction of I(x; a, b) (Press et al., Numerical Recipes, section 6.4).
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        SpecialFunctions.continuedFraction(1) { step in
            let m = Double(step / 2)
            let share =
                step % 2 == 1
                ? -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1))
                : m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m))
            return (share * x, 1)
        }
    }

    /// ln Γ(a + ½) − ln Γ(a): where a is large, from Stirling's formula, as two large logarithms would cancel.
    private static func halfStep(_ a: Double) -> Double {
        guard a >= 10 else { return SpecialFunctions.logGamma(a + 0.5) - SpecialFunctions.logGamma(a) }
        let rest = SpecialFunctions.stirlingRest(a + 0.5) - SpecialFunctions.stirlingRest(a)
        return a * log1p(0.5 / a) + log(a) / 2 - 0.5 + rest
    }
}
