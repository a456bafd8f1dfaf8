extension Entropy {
    /// The entropy of the values in each of a row of windows, in bits: how the number moves along a sequence.
    ///
    ///     try Entropy.bits(ofValues: [80, 80, 443, 22], inWindowsOf: 2, every: 1)    // [0.0, 1.0, 1.0]
    ///
    /// Window number *k* holds `length` values from the one at place *k* · `step` on. Only full windows count, since
    /// plug-in estimates of windows of different sizes cannot be compared; too few values for one give nothing.
    ///
    /// What two windows share is counted once (``MultisetEntropy``), so sliding by one costs no more than tumbling.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    /// - Complexity: O(*n*) for *n* values, whatever the length and the step.
    public static func bits(
        ofValues values: some Sequence<some Hashable & Sendable>, inWindowsOf length: Int, every step: Int
    ) throws(StatisticsError) -> [Double] {
        try Windowing.sliding(packets: length, every: step).validate()
        let values = Array(values)
        return Array(capacity: values.count < length ? 0 : (values.count - length) / step + 1) { bits in
            slide(over: values, length, step) { bits.append($1) }
        }
    }

    /// Hands over the entropy of the values in each of a row of windows, in bits: the figures of
    /// ``bits(ofValues:inWindowsOf:every:)``, of which none is kept.
    ///
    ///     var lowest = (first: 0, bits: Double.infinity)
    ///     try Entropy.forEachWindow(of: 1_000, every: 1, in: ports) { first, bits in
    ///         if bits < lowest.bits { lowest = (first, bits) }
    ///     }
    ///
    /// To write ten million figures down takes longer than to compute them. `body` is given the place of the window's
    /// first value, and the entropy.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    /// - Complexity: O(*n*) for *n* values, whatever the length and the step.
    public static func forEachWindow(
        of length: Int, every step: Int, in values: some Sequence<some Hashable & Sendable>,
        _ body: (_ first: Int, _ bits: Double) -> Void
    ) throws(StatisticsError) {
        try Windowing.sliding(packets: length, every: step).validate()
        slide(over: Array(values), length, step, body)
    }

    /// The entropy of the values of the last `length` before and at each event, in bits.
    ///
    ///     try Entropy.bits(ofValues: ports, at: times, inLast: .seconds(60))
    ///
    /// What is just `length` older than an event has left its window. Events that come with an earlier time than one
    /// before them count as of that one's. Where there are more values than times or times than values, the rest is
    /// left out.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length that is not above zero.
    /// - Complexity: O(*n*) for *n* values, whatever the length.
    public static func bits(
        ofValues values: some Sequence<some Hashable & Sendable>, at times: some Sequence<Timestamp>,
        inLast length: Duration
    ) throws(StatisticsError) -> [Double] {
        try Windowing.tumbling(length).validate()
        return bits(of: Array(values), at: Array(times), UInt64(length.wholeNanoseconds))
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
