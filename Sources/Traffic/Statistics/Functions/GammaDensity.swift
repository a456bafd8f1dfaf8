internal import Glibc

extension SpecialFunctions {
    /// xᵃ e⁻ˣ / Γ(a), for finite a and x above zero: x times the density of a gamma variable of shape a.
    ///
    /// Written out, huge logarithms would cancel where a is large. So there the density is taken relative to its
    /// greatest value, and Γ(a) by Stirling's formula.
    static func gammaDensity(_ a: Double, _ x: Double) -> Double {
        guard a >= 10 else { return exp(a * log(x) - x - logGamma(a)) }
        let ratio = x / a
        let gap = ratio < 0.5 ? ratio - 1 - log(ratio) : logarithmGap((x - a) / a)
        return (a / (2 * Double.pi)).squareRoot() * exp(-a * gap - stirlingRest(a))
    }

    /// μ − ln(1 + μ), with all its digits near zero as well.
    ///
    /// With r = μ / (2 + μ) the logarithm is 2 artanh r, whose first term is taken off exactly.
    static func logarithmGap(_ distance: Double) -> Double {
        guard abs(distance) < 0.5 else { return distance - log1p(distance) }
        let r = distance / (2 + distance)
        let square = r * r
        let rest = (0..<16).reversed().reduce(0) { $0 * square + 1 / Double(2 * $1 + 3) }
        return distance * r - 2 * r * square * rest
    }

    /// ln Γ(a), whatever other threads compute: the C library's `lgamma` would write a global variable.
    static func logGamma(_ a: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(a, &sign)
    }

    /// ln Γ(1 + a) for a above −1, with all its digits near zero as well (Abramowitz and Stegun 6.1.33).
    static func logGammaOfOne(plus a: Double) -> Double {
        guard abs(a) < 0.01 else { return logGamma(1 + a) }
        let euler = 0.577_215_664_901_532_9
        let zeta = [1.644934066848226, 1.202056903159594, 1.082323233711138, 1.036927755143370, 1.017343061984449]
        let series = zeta.enumerated().map { index, value in value / Double(index + 2) }
        return a * (-euler + a * polynomial(series, -a))
    }

    /// What Stirling's formula lacks: ln Γ(a) − (a − ½) ln a + a − ½ ln 2π, for a of ten or more
    /// (Abramowitz and Stegun 6.1.41).
    static func stirlingRest(_ a: Double) -> Double {
        let series = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156]
        return polynomial(series, 1 / (a * a)) / a
    }
}
