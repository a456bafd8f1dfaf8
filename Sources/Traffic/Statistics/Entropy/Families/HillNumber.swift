internal import Glibc

/// Hill's number of an order: how many equally frequent values would have the same Rényi entropy.
///
///     try HillNumber(order: 0).value(of: [98, 1, 1])            // 3
///     try HillNumber(order: 1).value(of: [98, 1, 1])            // 1.12…, as Entropy.effectiveSupport
///     try HillNumber(order: 2).value(of: [98, 1, 1])            // 1.04…, the inverse of Simpson's index
///
/// Order 0 counts the values that occur, order infinity is one over the share of the most frequent one; between them it
/// falls. Unlike an entropy it doubles where the values are twice as many. Nothing counted gives one.
///
/// Source: M. O. Hill, Diversity and evenness: a unifying notation and its consequences, Ecology 54, 1973.
public struct HillNumber: Hashable, Sendable {
    private let entropy: RenyiEntropy

    /// The number of an order.
    /// - Throws: ``StatisticsError/outOfRange(argument:value:allowed:)`` for an order that is negative or not a number.
    public init(order: Double) throws(StatisticsError) {
        entropy = try RenyiEntropy(order: order)
    }

    /// The order, from zero to infinity.
    public var order: Double { entropy.order }

    /// The effective number of values in counts.
    public func value(of counts: some Sequence<Int>) -> Double {
        value(of: CountSpectrum(counts: counts))
    }

    /// The effective number of values in a sample.
    public func value(of spectrum: CountSpectrum) -> Double {
        guard spectrum.support > 1, let largest = spectrum.groups.last else { return 1 }
        return switch order {
        case 0: Double(spectrum.support)
        case .infinity: spectrum.size / Double(largest.count)
        default: exp2(entropy.value(of: spectrum, in: .bits))
        }
    }
}
