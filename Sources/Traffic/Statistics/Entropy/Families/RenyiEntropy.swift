internal import Glibc

/// Rényi's entropy of an order: how spread out the counts are, where the order says how much the frequent values
/// matter.
///
///     RenyiEntropy.collision.value(of: [2, 1, 1])                  // 1.415… bits
///     try RenyiEntropy(order: 0.5).value(of: [2, 1, 1])            // 1.543… bits
///
/// (ln Σ *p*ᵃ) / (1 − *a*) for the shares *p* of the sample, falling as the order *a* rises: at order 0 it is
/// Hartley's, the logarithm of how many values occur; at 1, as a limit, Shannon's; at 2 it tells how likely two
/// observations are alike; at infinity it is the min-entropy, set by the most frequent value alone. Low orders stress
/// the many rare values, high orders the few frequent ones. These are plug-in values: low orders suffer most from small
/// samples.
///
/// Source: A. Rényi, On measures of entropy and information, 1961.
/// - Complexity: O(*n*) in the number of counts.
public struct RenyiEntropy: Hashable, Sendable {
    /// The order, from zero to infinity.
    public let order: Double

    /// Hartley's entropy: the logarithm of the support.
    public static let hartley = RenyiEntropy(known: 0)
    /// Shannon's entropy.
    public static let shannon = RenyiEntropy(known: 1)
    /// The collision entropy.
    public static let collision = RenyiEntropy(known: 2)
    /// The min-entropy: how hard the best single guess is.
    public static let minEntropy = RenyiEntropy(known: .infinity)

    /// The entropy of an order.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for an order that is negative or not a number.
    public init(order: Double) throws(StatisticsError) {
        guard order >= 0 else {
            throw .outOfRange(argument: "Rényi order", value: "\(order)", allowed: "one from zero to infinity")
        }
        self.order = order
    }

    private init(known order: Double) {
        self.order = order
    }

    /// The entropy of counts, in a unit. Nothing counted has entropy zero.
    public func value(of counts: some Sequence<Int>, in unit: EntropyUnit = .bits) -> Double {
        value(of: CountSpectrum(counts: counts), in: unit)
    }

    /// The entropy of a sample, in a unit.
    public func value(of spectrum: CountSpectrum, in unit: EntropyUnit = .bits) -> Double {
        guard spectrum.support > 1, let largest = spectrum.groups.last else { return 0 }
        return switch order {
        case 0: unit.logarithm(Double(spectrum.support))
        case 1: Entropy.plugIn(spectrum, unit)
        case Self.greatestFinite...: unit.logarithm(spectrum.size / Double(largest.count))
        default: unit.amount(ofNats: nats(of: spectrum))
        }
    }

    private func nats(of spectrum: CountSpectrum) -> Double {
        let sum = PowerSum(spectrum)
        let nearlyOne = PowerSum.isNearlyOne(order)
        let logarithm = nearlyOne ? log1p(sum.excess(order: order)) : sum.logarithm(order: order)
        let most = log(Double(spectrum.support))
        return min(max(logarithm / (1 - order), 0), most)
    }

    /// From here on an order gives the same digits as infinity.
    private static var greatestFinite: Double { 1e18 }
}
