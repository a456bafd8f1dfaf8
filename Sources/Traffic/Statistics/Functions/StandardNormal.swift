internal import Glibc

/// The normal distribution of mean zero and standard deviation one.
enum StandardNormal {
    /// The chance of a value of `x` or less.
    static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    /// The value that is not exceeded with a chance of `probability`: minus infinity for zero, infinity for one, no
    /// number outside.
    ///
    /// A rough start, then Halley's method on ``cumulative(_:)`` in the lower half, where no digits cancel.
    static func quantile(_ probability: Double) -> Double {
        guard probability > 0, probability < 1 else { return atEdge(probability) }
        guard probability != 0.5 else { return 0 }
        return probability > 0.5 ? -lowerQuantile(1 - probability) : lowerQuantile(probability)
    }

    private static func atEdge(_ probability: Double) -> Double {
        switch probability {
        case 0: -.infinity
        case 1: .infinity
        default: .nan
        }
    }

    private static func lowerQuantile(_ probability: Double) -> Double {
        var x = start(probability)
        for _ in 0..<6 {
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            let step = excess(at: x, over: probability) / density
            let next = x - step / (1 + x * step / 2)
            guard next.isFinite, abs(next - x) > abs(x) * .ulpOfOne else { break }
            x = next
        }
        return x
    }

    /// How much the chance of `x` or less exceeds `probability`: near one half, where the difference of the two would
    /// keep no digits, both are measured from there.
    private static func excess(at x: Double, over probability: Double) -> Double {
        probability > 0.25 ? erf(x / 2.0.squareRoot()) / 2 - (probability - 0.5) : cumulative(x) - probability
    }

    /// Right to about 0.0005 (Abramowitz and Stegun 26.2.23).
    private static func start(_ probability: Double) -> Double {
        let t = (-2 * log(probability)).squareRoot()
        let above = SpecialFunctions.polynomial([2.515517, 0.802853, 0.010328], t)
        let below = SpecialFunctions.polynomial([1, 1.432788, 0.189269, 0.001308], t)
        return above / below - t
    }
}
