extension Entropy {
    /// The entropy of the values in each of a row of windows, in bits: how the number moves along a sequence.
    ///
    ///     try Entropy.bits(ofValues: [80, 80, 443, 22], inWindowsOf: 2, every: 1)    // [0.0, 1.0, 1.0]
    ///
    /// Window number *k* holds `length` values from the one at place *k* · `step` on. Only full windows count, since
    /// plug-in estimates of windows of different sizes cannot be compared; too few values for one give nothing.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    /// - Complexity: O(*n* · *l* / *s*) for *n* values, length *l* and step *s*.
    public static func bits(
        ofValues values: some Sequence<some Hashable & Sendable>, inWindowsOf length: Int, every step: Int
    ) throws(StatisticsError) -> [Double] {
        try Windowing.sliding(packets: length, every: step).validate()
        let values = Array(values)
        return stride(from: 0, through: values.count - length, by: step).map { start in
            bits(counting: values[start..<start + length])
        }
    }

    /// The entropy of the values themselves, in bits.
    ///
    /// Cells of a notebook are compiled without optimisation and would run the general code, which asks for the meaning
    /// of every value's `==`; so there is special code for what is counted most.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func bits<Value: Hashable & Sendable>(counting values: ArraySlice<Value>) -> Double {
        bits(of: Counts(values))
    }
}
