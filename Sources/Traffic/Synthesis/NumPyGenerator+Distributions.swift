internal import Glibc

extension NumPyGenerator {
    /// A normally distributed number: `rng.normal(mean, standardDeviation)`.
    public mutating func normal(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        mean + standardDeviation * standardNormal()
    }

    /// An exponentially distributed number whose mean is `scale`: `rng.exponential(scale)`.
    ///
    /// The gaps between events that come at random at a steady rate are distributed so.
    public mutating func exponential(scale: Double = 1) -> Double {
        scale * standardExponential()
    }
}

extension NumPyGenerator {
    /// The ziggurat of Marsaglia and Tsang (J. Stat. Software 5, 2000) with 256 strips.
    ///
    /// Strips cover the density; 99 of 100 draws fall inside one and cost a comparison.
    private mutating func standardNormal() -> Double {
        let ziggurat = Ziggurat.normal
        while true {
            let word = next()
            let strip = Int(word & 0xff)
            let magnitude = word >> 9 & 0x000f_ffff_ffff_ffff
            let isNegative = word >> 8 & 1 == 1
            let x = (isNegative ? -1 : 1) * (Double(magnitude) * ziggurat.widths[strip])
            if magnitude < ziggurat.limits[strip] { return x }
            if strip == 0 { return normalTail(isNegative: magnitude >> 8 & 1 == 1) }
            if isBelowEdge(of: strip, in: ziggurat, density: exp(-0.5 * x * x)) { return x }
        }
    }

    private mutating func normalTail(isNegative: Bool) -> Double {
        let start = Ziggurat.normal.tailStart
        while true {
            let x = -(1 / start) * log1p(-random())
            let y = -log1p(-random())
            if y + y > x * x { return isNegative ? -(start + x) : start + x }
        }
    }

    private mutating func standardExponential() -> Double {
        let ziggurat = Ziggurat.exponential
        while true {
            let word = next() >> 3
            let strip = Int(word & 0xff)
            let magnitude = word >> 8
            let x = Double(magnitude) * ziggurat.widths[strip]
            if magnitude < ziggurat.limits[strip] { return x }
            if strip == 0 { return ziggurat.tailStart - log1p(-random()) }
            if isBelowEdge(of: strip, in: ziggurat, density: exp(-x)) { return x }
        }
    }

    private mutating func isBelowEdge(of strip: Int, in ziggurat: borrowing Ziggurat, density: Double) -> Bool {
        let upper = ziggurat.densities[strip - 1]
        let lower = ziggurat.densities[strip]
        return (upper - lower) * random() + lower < density
    }
}
