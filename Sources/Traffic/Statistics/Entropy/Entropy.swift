/// The Shannon entropy of a discrete distribution: how spread out a set of counts is.
///
/// Zero means that every observation shares one value; `log2(n)` bits mean that `n` values are equally likely.
///
///     Entropy.bits(of: [8, 8])                    // 1.0
///     Entropy.bits(of: [16, 0])                   // 0.0
///     Entropy.bits(ofValues: [80, 443, 80, 22])   // 1.5
///
/// This is the plug-in (maximum likelihood) estimate −Σ pᵢ log pᵢ with pᵢ = count / total: it underestimates the
/// entropy of the source, by about (support − 1) / (2 · total) nats, so compare windows of equal size.
///
/// What is added up are whole numbers (``FixedLogarithm``). So the result does not depend on the order of the counts,
/// not even in its last digit, and therefore not on the hash seed of the run either; and it is that of
/// ``MultisetEntropy`` for the same counts.
///
/// Nothing counted has entropy zero. A count of zero or less is no observation and contributes nothing.
/// Source: C. E. Shannon, A Mathematical Theory of Communication, 1948.
/// - Complexity: O(*n*) in the number of counts.
public enum Entropy {
    /// The entropy of counts, in bits.
    public static func bits(of counts: some Sequence<Int>) -> Double {
        value(of: counts, in: .bits)
    }

    /// The entropy of counts, in any unit.
    public static func value(of counts: some Sequence<Int>, in unit: EntropyUnit) -> Double {
        let counts = Array(counts)
        guard let sum = EntropySum(of: counts) else { return plugIn(CountSpectrum(counts: counts), unit) }
        return unit.amount(ofBits: sum.bits)
    }

    /// The entropy of counted values, in bits.
    public static func bits<Value>(of counts: Counts<Value>) -> Double {
        bits(of: counts.byValue.values)
    }

    /// The entropy of the values themselves, in bits: how often each occurs is counted first.
    public static func bits(ofValues values: some Sequence<some Hashable & Sendable>) -> Double {
        bits(counting: Array(values)[...])
    }

    /// The entropy of weights that need not be whole, such as bytes or probabilities.
    ///
    /// The weights are divided by their sum. If the sum is zero, the entropy is zero.
    /// - Throws: ``StatisticsError/notAnAmount(statistic:index:value:)`` for a negative or non-finite weight.
    public static func value(
        ofWeights weights: some Sequence<Double>, in unit: EntropyUnit = .bits
    ) throws(StatisticsError) -> Double {
        let spectrum = try WeightSpectrum(weights: Array(weights))
        return plugIn(spectrum, unit)
    }
}

extension Entropy {
    /// Where there are more observations than a number takes, the terms are added in numbers of floating point, in
    /// ascending order of the counts.
    static func plugIn(_ spectrum: CountSpectrum, _ unit: EntropyUnit) -> Double {
        if let sum = EntropySum(of: spectrum) { return unit.amount(ofBits: sum.bits) }
        let size = spectrum.size
        return spectrum.sum { -($0 / size) * unit.logarithm($0 / size) }
    }

    private static func plugIn(_ spectrum: WeightSpectrum, _ unit: EntropyUnit) -> Double {
        spectrum.groups.reduce(0) { sum, group in
            let share = group.weight / spectrum.total
            return share > 0 ? sum - group.multiplicity * share * unit.logarithm(share) : sum
        }
    }
}
