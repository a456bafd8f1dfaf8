/// Special code for what is counted most, because callers that are compiled without optimisation, as cells of a
/// notebook are, would run the general one.
extension MultisetEntropy {
    /// Adds an observation; none beyond the largest number of them.
    @inline(__always)
    @_specialize(where Table == DirectCounts<UInt16>)
    @_specialize(where Table == HashedCounts<IPAddress>)
    public mutating func add(_ value: Table.Value) {
        guard total < .max else { return }
        sum.raise(from: counts.change(value, by: 1))
    }

    /// Takes back an observation.
    /// - Returns: whether there was one; otherwise nothing changes.
    @inline(__always)
    @discardableResult
    @_specialize(where Table == DirectCounts<UInt16>)
    @_specialize(where Table == HashedCounts<IPAddress>)
    public mutating func remove(_ value: Table.Value) -> Bool {
        let old = counts.change(value, by: -1)
        guard old > 0 else { return false }
        sum.lower(from: old)
        return true
    }

    /// Adds an observation several times, but not beyond the largest number of them; a negative number adds none.
    public mutating func add(_ value: Table.Value, times: Int) {
        let amount = Swift.min(Swift.max(times, 0), Int.max - total)
        let old = counts.change(value, by: amount)
        sum.change(from: old, to: old + amount)
    }

    /// Takes back an observation several times, at most as often as it is there; a negative number takes back none.
    /// - Returns: how many were taken back.
    @discardableResult
    public mutating func remove(_ value: Table.Value, times: Int) -> Int {
        let old = counts.change(value, by: -Swift.max(times, 0))
        let taken = Swift.min(Swift.max(times, 0), old)
        sum.change(from: old, to: old - taken)
        return taken
    }

    /// Adds the observations of a sequence.
    public mutating func add(contentsOf values: some Sequence<Table.Value>) {
        for value in values { add(value) }
    }
}
