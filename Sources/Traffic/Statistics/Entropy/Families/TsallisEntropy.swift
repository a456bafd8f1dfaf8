internal import Glibc

/// Tsallis's entropy of an order: a sum over the values, of which the order picks out the frequent or the rare ones.
///
///     try TsallisEntropy(order: 2).value(of: [2, 1, 1])      // 0.625
///     try TsallisEntropy(order: -1).value(of: [2, 1, 1])     // 4.5
///
/// (1 − Σ *p*ᵃ) / (*a* − 1) for the shares *p* of the sample, a plain number without unit; at order 1, as a limit,
/// Shannon's entropy in nats. Order 2 is the chance that two observations differ; order 0 is the number of values that
/// occur less one. Below zero rare values dominate, and the entropy is greatest where the shares are most uneven. Too
/// large for a number is infinite.
///
/// Sources: C. Tsallis, Possible generalization of Boltzmann–Gibbs statistics, Journal of Statistical Physics 52, 1988;
/// for traffic: A. Ziviani et al., Network anomaly detection using nonextensive entropy, IEEE Communications Letters
/// 11, 2007.
/// - Complexity: O(*n*) in the number of counts.
public struct TsallisEntropy: Hashable, Sendable {
    /// The order.
    public let order: Double

    /// The entropy of an order; at infinity it is zero.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for an order that is minus infinity or not a
    ///   number.
    public init(order: Double) throws(StatisticsError) {
        guard order > -.infinity else {
            throw .outOfRange(argument: "Tsallis order", value: "\(order)", allowed: "one above minus infinity")
        }
        self.order = order
    }

    /// The entropy of an order that is known to be a finite number.
    init(known order: Double) {
        self.order = order
    }

    /// The entropy of counts. Nothing counted has entropy zero.
    public func value(of counts: some Sequence<Int>) -> Double {
        value(of: CountSpectrum(counts: counts))
    }

    /// The entropy of a sample.
    public func value(of spectrum: CountSpectrum) -> Double {
        guard spectrum.support > 1, order < .infinity else { return 0 }
        switch order {
        case 0: return Double(spectrum.support - 1)
        case 1: return Entropy.plugIn(spectrum, .nats)
        default: break
        }
        let sum = PowerSum(spectrum)
        let nearlyOne = PowerSum.isNearlyOne(order)
        return (nearlyOne ? sum.excess(order: order) : expm1(sum.logarithm(order: order))) / (1 - order)
    }
}
