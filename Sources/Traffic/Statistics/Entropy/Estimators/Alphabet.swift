/// How many values a source can have, seen or not: 65,536 for ports, 256 for bytes.
struct Alphabet: Hashable, Sendable {
    let size: Int

    /// An alphabet of at least one value.
    init(_ size: Int) throws(StatisticsError) {
        guard size > 0 else { throw .notPositive(argument: "alphabet", value: "\(size)") }
        self.size = size
    }

    /// How many of the values were not seen.
    func unseen(in spectrum: CountSpectrum) throws(StatisticsError) -> Double {
        guard spectrum.support <= size else { throw .alphabetTooSmall(alphabet: size, seen: spectrum.support) }
        return Double(size - spectrum.support)
    }
}
