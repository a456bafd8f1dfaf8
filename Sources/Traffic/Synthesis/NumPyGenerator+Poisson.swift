internal import Glibc

extension NumPyGenerator {
    /// A Poisson-distributed count: `rng.poisson(mean)`.
    ///
    /// How many events fall into an interval when `mean` of them are expected.
    /// - Precondition: `mean` is finite, not negative, and below 10¹⁸.
    /// - Complexity: O(*mean*) below ten, O(1) above.
    public mutating func poisson(mean: Double) -> Int {
        demand(mean >= 0 && mean < 1e18, "a Poisson mean is \(mean): give one from 0 to 1e18")
        if mean >= 10 { return poissonByRejection(mean: mean) }
        return mean == 0 ? 0 : poissonByProduct(mean: mean)
    }

    /// Counts how many uniform factors a product takes to fall to e^-mean.
    private mutating func poissonByProduct(mean: Double) -> Int {
        let floor = exp(-mean)
        var product = random()
        var count = 0
        while product > floor {
            product *= random()
            count += 1
        }
        return count
    }

    /// Hörmann's transformed rejection PTRS (Insurance: Mathematics and Economics 12, 1993).
    private mutating func poissonByRejection(mean: Double) -> Int {
        let hat = PoissonHat(mean: mean)
        while true {
            let u = random() - 0.5
            let v = random()
            let distance = 0.5 - abs(u)
            let count = floor((2 * hat.a / distance + hat.b) * u + mean + 0.43)
            if distance >= 0.07 && v <= hat.squeeze { return Int(count) }
            if count < 0 || (distance < 0.013 && v > distance) { continue }
            if hat.accepts(count, at: distance, v) { return Int(count) }
        }
    }
}

/// The constants of the hat function under which counts are proposed.
private struct PoissonHat {
    let mean: Double
    let a: Double
    let b: Double
    let inverseAlpha: Double
    let squeeze: Double

    init(mean: Double) {
        self.mean = mean
        b = 0.931 + 2.53 * mean.squareRoot()
        a = -0.059 + 0.02483 * b
        inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
        squeeze = 0.9277 - 3.6224 / (b - 2)
    }

    func accepts(_ count: Double, at distance: Double, _ v: Double) -> Bool {
        let proposed = log(v) + log(inverseAlpha) - log(a / (distance * distance) + b)
        return proposed <= -mean + count * log(mean) - logGamma(count + 1)
    }
}

/// The logarithm of the gamma function for whole `x` ≥ 1: Stirling's series, shifted up for small arguments.
///
/// libm's `lgamma` is more exact, but then a draw on the edge would be decided otherwise than NumPy does.
/// Source: Zhang and Jin, Computation of Special Functions, 1996, section 3.1.
private func logGamma(_ x: Double) -> Double {
    if x == 1 || x == 2 { return 0 }
    let shift = x < 7 ? Int(7 - x) : 0
    var shifted = x + Double(shift)
    let inverseSquare = (1 / shifted) * (1 / shifted)
    let series = stirling.dropLast().reversed().reduce(stirling[stirling.count - 1]) { $0 * inverseSquare + $1 }
    var result = series / shifted + 0.5 * logTwoPi + (shifted - 0.5) * log(shifted) - shifted
    for _ in 0..<shift {
        result -= log(shifted - 1)
        shifted -= 1
    }
    return result
}

private let logTwoPi = 1.8378770664093453

private let stirling = [
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
    8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
    1.796443723688307e-01, -1.39243221690590e+00,
]
