/// The plug-in entropy of values that come and go, up to date after each.
///
///     var entropy = StreamingEntropy<IPAddress>()
///     entropy.add(first)
///     entropy.add(second)
///     entropy.bits            // 1.0
///     entropy.remove(first)
///     entropy.bits            // 0.0
///
/// The figure is that of ``Entropy`` to 10⁻¹⁵ and its own rounding, after any number of changes: the state is whole
/// numbers (``EntropySum``), so that two of the same counts are equal to the last bit, whatever their history. It is
/// exact where the values are equally frequent and as many as a power of two.
///
/// The error of `bits` before rounding is less than 2⁻⁵⁵, whatever the support: a logarithm is too low by less than
/// 2 · 2⁻⁵⁶, and Ĥ = Σ (*c*/*n*)(log *n* − log *c*) averages differences of two.
///
/// ``StreamingEntropy`` counts any values, ``DenseStreamingEntropy`` small whole numbers some three times as fast.
/// - Complexity: O(1) a change and a figure.
public struct MultisetEntropy<Table: CountTable>: Hashable, Sendable {
    /// How often each value is there.
    public internal(set) var counts = Table()
    var sum = EntropySum()

    /// The entropy of nothing.
    public init() {}

    /// The number of observations that are there.
    public var total: Int { sum.total }

    /// How many different values are there.
    public var support: Int { sum.support }

    /// The entropy in bits; zero where nothing is there.
    @inline(__always)
    public var bits: Double { sum.bits }

    /// The entropy in any unit.
    public func value(in unit: EntropyUnit) -> Double {
        unit == .bits ? bits : bits * unit.logarithm(2)
    }

    /// How many values are there how often, for any other estimator of entropy.
    /// - Complexity: O(support); for ``DirectCounts`` their number of places.
    public var spectrum: CountSpectrum { counts.spectrum }

    /// The entropy over the logarithm of the support, from zero to one; zero below two values.
    public var normalizedBySupport: Double { sum.normalizedBySupport }
}

/// The entropy of values of any kind that come and go (``MultisetEntropy``).
public typealias StreamingEntropy<Value: Hashable & Sendable> = MultisetEntropy<HashedCounts<Value>>

/// The entropy of small whole numbers that come and go, such as ports, lengths and bytes (``MultisetEntropy``).
public typealias DenseStreamingEntropy<Value: FixedWidthInteger & Sendable> = MultisetEntropy<DirectCounts<Value>>
