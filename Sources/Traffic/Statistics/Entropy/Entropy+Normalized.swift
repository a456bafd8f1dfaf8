extension Entropy {
    /// The entropy of counts divided by the logarithm of the support, the number of different values that occur.
    ///
    /// One means that the values that occur are equally frequent. With fewer than two values it is zero.
    public static func normalizedBySupport(of counts: some Sequence<Int>) -> Double {
        normalizedBySupport(of: CountSpectrum(counts: counts))
    }

    /// The entropy of a sample divided by the logarithm of the support.
    public static func normalizedBySupport(of spectrum: CountSpectrum) -> Double {
        ratio(spectrum, to: Double(spectrum.support))
    }

    /// The entropy of counts divided by the logarithm of the sample size, the number of observations.
    ///
    /// One means that no two observations are alike. With fewer than two observations it is zero.
    public static func normalizedBySampleSize(of counts: some Sequence<Int>) -> Double {
        normalizedBySampleSize(of: CountSpectrum(counts: counts))
    }

    /// The entropy of a sample divided by the logarithm of its size.
    public static func normalizedBySampleSize(of spectrum: CountSpectrum) -> Double {
        ratio(spectrum, to: spectrum.size)
    }

    /// The entropy of counts divided by the logarithm of a stated alphabet, the number of values that could occur.
    ///
    ///     try Entropy.normalizedByAlphabet(of: [8, 8], alphabet: 256)     // 0.125
    ///
    /// One means that all values that could occur are equally frequent: the same scale for every window, which neither
    /// ``normalizedBySupport(of:)`` nor ``normalizedBySampleSize(of:)`` is. An alphabet of one value gives zero.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for an alphabet of none, and
    ///   ``StatisticsError/alphabetTooSmall(alphabet:seen:)`` where more values than these occur.
    public static func normalizedByAlphabet(
        of counts: some Sequence<Int>, alphabet: Int
    ) throws(StatisticsError) -> Double {
        try normalizedByAlphabet(of: CountSpectrum(counts: counts), alphabet: alphabet)
    }

    /// The entropy of a sample divided by the logarithm of a stated alphabet.
    /// - Throws: what ``normalizedByAlphabet(of:alphabet:)`` of counts throws.
    public static func normalizedByAlphabet(
        of spectrum: CountSpectrum, alphabet: Int
    ) throws(StatisticsError) -> Double {
        _ = try Alphabet(alphabet).unseen(in: spectrum)
        return ratio(spectrum, to: Double(alphabet))
    }

    /// Never above one, which rounding alone could otherwise pass by its last digit.
    private static func ratio(_ spectrum: CountSpectrum, to size: Double) -> Double {
        guard size > 1 else { return 0 }
        let most = Int(exactly: size).map(FixedLogarithm.base2.bits) ?? EntropyUnit.bits.logarithm(size)
        return min(plugIn(spectrum, .bits) / most, 1)
    }
}
