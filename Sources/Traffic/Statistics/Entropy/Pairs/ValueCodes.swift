/// A series whose values are numbered in the order they first appear: the same series whatever the values are, and
/// short to hash.
struct ValueCodes: Sendable {
    let codes: [Int]

    init<Value: Hashable>(_ values: some Sequence<Value>) {
        var known: [Value: Int] = [:]
        codes = values.map { value in
            let code = known[value, default: known.count]
            known[value] = code
            return code
        }
    }

    private init(codes: [Int]) {
        self.codes = codes
    }

    /// The places of a range.
    func slice(_ places: Range<Int>) -> ValueCodes { ValueCodes(codes: Array(codes[places])) }

    /// The series of pairs of two series of equal length.
    func paired(with other: ValueCodes) -> ValueCodes {
        ValueCodes(zip(codes, other.codes).map { SIMD2($0, $1) })
    }

    /// How often each value occurs.
    var spectrum: CountSpectrum {
        var counts = [Int](repeating: 0, count: codes.count)
        for code in codes { counts[code] += 1 }
        return CountSpectrum(counts: counts)
    }
}
