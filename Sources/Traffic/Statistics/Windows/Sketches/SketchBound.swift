internal import Glibc

/// How far the entropy of a sketch may lie from the true one, and how likely.
///
/// The estimate errs by −ln of a mean of *k* numbers *Z* = exp *X* (``SkewedStable``), whatever was counted. As
/// E *Zˢ* = *sˢ*, their moment generating function is 1 / (1 − τ) at λ = τ exp(−τ), the tree function's series; so by
/// Chernoff's bound the mean passes *m*, away from one, with a probability of at most exp(−*k I*(*m*)), where
/// *I*(*m*) = *m* τ exp(−τ) + ln(1 − τ) at the τ for which *m* (1 − τ)² = exp τ. Near one that is (*m* − 1)² / 6.
/// Source: P. Clifford and I. A. Cosma, A simple sketching algorithm for entropy estimation over streaming data,
/// AISTATS 2013, who prove such tails for this estimator, which they call log-mean with ζ = 1.
enum SketchBound {
    /// The most registers that are asked for.
    static let mostRegisters = 1 << 20

    /// The risk itself, which lies between zero and one.
    static func checked(risk: Double) throws(StatisticsError) -> Double {
        guard risk > 0, risk < 1 else {
            throw .outOfRange(argument: "risk", value: "\(risk)", allowed: "one above 0 and below 1")
        }
        return risk
    }

    /// An upper bound of the probability that the error of a sketch passes `nats`.
    static func risk(registers: Int, nats: Double) -> Double {
        let nats = nats - SkewedStable.error
        guard nats > 0 else { return 1 }
        return min(exp(-Double(registers) * rate(nats)) + exp(-Double(registers) * rate(-nats)), 1)
    }

    /// The least error that is passed with at most this probability, in nats.
    static func nats(registers: Int, risk: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        while self.risk(registers: registers, nats: high) > risk { high *= 2 }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if self.risk(registers: registers, nats: middle) > risk { low = middle } else { high = middle }
        }
        return high
    }

    /// The fewest registers whose error passes `nats` with at most this probability; nil where they are too many.
    static func registers(nats: Double, risk: Double) -> Int? {
        guard self.risk(registers: mostRegisters, nats: nats) <= risk else { return nil }
        var (low, high) = (0, mostRegisters)
        while high - low > 1 {
            let middle = (low + high) / 2
            if self.risk(registers: middle, nats: nats) > risk { low = middle } else { high = middle }
        }
        return high
    }

    /// *I*(*m*) for the logarithm of *m*.
    static func rate(_ logarithm: Double) -> Double {
        // The condition's logarithm falls with τ, and is not negative at `low`.
        var (low, high) = (min(logarithm, 0), 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if logarithm + 2 * log1p(-middle) - middle > 0 { low = middle } else { high = middle }
        }
        return max(low * exp(logarithm - low) + log1p(-low), 0)
    }
}
