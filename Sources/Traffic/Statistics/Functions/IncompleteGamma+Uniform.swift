internal import Glibc

extension SpecialFunctions {
    /// Q(a, a(1 + μ)) for a above 10⁶ and μ near zero, where it falls from nearly one to nearly zero.
    ///
    /// Temme's uniform expansion, as far as it is felt at this size (NIST Digital Library of Mathematical Functions,
    /// 8.12.4 and 8.12.8 to 8.12.11).
    static func upperGammaUniform(_ a: Double, _ distance: Double) -> Double {
        let gap = logarithmGap(distance)
        let eta = (2 * gap).squareRoot() * (distance < 0 ? -1 : 1)
        let first = polynomial(
            [-1.0 / 3, 1.0 / 12, -2.0 / 135, 1.0 / 864, 1.0 / 2835, -139.0 / 777_600, 1.0 / 25515], eta)
        let second = polynomial([-1.0 / 540, -1.0 / 288, 1.0 / 378, -77.0 / 77760], eta)
        let rest = exp(-a * gap) / (2 * Double.pi * a).squareRoot() * (first + second / a)
        return erfc(eta * (a / 2).squareRoot()) / 2 + rest
    }
}
