internal import Glibc

/// Draws from a distribution over 0…`most` with one peak, whatever its size, at the cost of a few logarithms.
///
/// The ratio of two uniform numbers falls under a hat that covers binomial and hypergeometric distributions alike, and
/// is kept with the chance that they ask for (E. Stadlober, The ratio of uniforms approach for generating discrete
/// random variates, J. Comp. Appl. Math. 31, 1990).
struct RatioOfUniforms {
    private let centre: Double
    private let halfWidth: Double
    private let most: Double
    private let peak: Double
    private let logMass: (Double) -> Double

    /// The distribution with these moments; `logMass` is the logarithm of the chance of a value, but for a constant,
    /// and `mode` is where it is greatest.
    init(
        mean: Double, variance: Double, mode: Double, most: Double, logMass: @escaping (Double) -> Double
    ) {
        let e = exp(1.0)
        centre = mean + 0.5
        halfWidth = 2 * (2 / e).squareRoot() * (variance + 0.5).squareRoot() + 3 - 2 * (3 / e).squareRoot()
        self.most = most
        peak = logMass(mode)
        self.logMass = logMass
    }

    func draw(_ bits: inout PCG64) -> Double {
        while true {
            let height = 1 - bits.uniform()
            let value = (centre + halfWidth * (bits.uniform() - 0.5) / height).rounded(.down)
            guard value >= 0, value <= most else { continue }
            if 2 * log(height) <= logMass(value) - peak { return value }
        }
    }
}
