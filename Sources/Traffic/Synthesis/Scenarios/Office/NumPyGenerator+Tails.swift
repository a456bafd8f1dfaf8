internal import Glibc

extension NumPyGenerator {
    /// An amount of which large ones are rare but count most: Pareto's distribution, cut off above.
    ///
    /// The chance to exceed *x* falls as *x* to the power of minus `index`.
    mutating func pareto(index: Double, in bounds: ClosedRange<Double>) -> Double {
        let cut = pow(bounds.lowerBound / bounds.upperBound, index)
        return bounds.lowerBound * pow(1 - random() * (1 - cut), -1 / index)
    }

    /// An amount whose logarithm is normally distributed.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        median * exp(normal(standardDeviation: spread))
    }

    /// How often something happens until it does not: at least once, `mean` times on average.
    mutating func geometric(mean: Double) -> Int {
        guard mean > 1 else { return 1 }
        return 1 + Int(log1p(-random()) / log1p(-1 / mean))
    }

    /// Whether something of this likelihood happens.
    mutating func chance(_ likelihood: Double) -> Bool { random() < likelihood }

    /// A rank from zero on, of which the first are the most popular: Zipf's law with exponent one.
    mutating func popularRank(of count: Int) -> Int {
        min(Int(pow(Double(count) + 1, random())) - 1, count - 1)
    }

    /// A port that a client system gives to a connection of its own.
    mutating func ephemeralPort() -> UInt16 { UInt16(integer(in: 32_768..<61_000)) }
}
