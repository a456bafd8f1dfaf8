extension Entropy {
    /// The entropy divided by the logarithm of a stated alphabet, the number of values that could occur.
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
        let spectrum = CountSpectrum(counts)
        _ = try Alphabet(alphabet).unseen(in: spectrum)
        return ratio(spectrum, to: Double(alphabet))
    }
}
