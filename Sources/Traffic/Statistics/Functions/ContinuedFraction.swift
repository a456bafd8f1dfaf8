extension SpecialFunctions {
    /// b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), as far as a double can tell, by Lentz's method (Press et al., Numerical Recipes,
    /// section 5.2).
    /// - Parameters:
    ///   - first: b₀.
    ///   - term: aₙ and bₙ of each n from one.
    /// - Returns: its value; as far as it came where it does not settle within 100,000 terms.
    static func continuedFraction(_ first: Double, _ term: (Int) -> (a: Double, b: Double)) -> Double {
        var fraction = farFromZero(first)
        var (c, d) = (fraction, 0.0)
        for step in 1...100_000 {
            let (a, b) = term(step)
            d = 1 / farFromZero(b + a * d)
            c = farFromZero(b + a / c)
            fraction *= c * d
            if abs(c * d - 1) < .ulpOfOne { break }
        }
        return fraction
    }

    /// Keeps denominators from vanishing.
    private static func farFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
