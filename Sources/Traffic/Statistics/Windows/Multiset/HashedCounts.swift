/// Counts of any values, by hash.
/// - Complexity: O(1) on average; memory for the values whose count is above zero.
public struct HashedCounts<Value: Hashable & Sendable>: CountTable {
    private var counts: [Value: Int] = [:]

    /// Nothing counted.
    public init() {}

    /// How often a value was counted.
    public subscript(value: Value) -> Int { counts[value, default: 0] }

    /// Changes the count of a value by `amount`, but not to less than zero or to more than a number takes.
    /// - Returns: the count before.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == IPAddress)
    @_specialize(where Value == FieldObservation)
    public mutating func change(_ value: Value, by amount: Int) -> Int {
        let old = amount > 0 ? raise(value, by: amount) : counts[value, default: 0]
        guard amount < 0, old > 0 else { return old }
        let new = old.changed(by: amount)
        counts[value] = new > 0 ? new : nil
        return old
    }

    /// How many values were counted how often.
    /// - Complexity: O(support).
    public var spectrum: CountSpectrum { CountSpectrum(counts: counts.values) }

    /// The counts above zero, in any order.
    var values: some Collection<Int> { counts.values }

    /// Hands over each value with its count, in any order.
    func forEach(_ body: (Value, Int) -> Void) {
        for (value, count) in counts { body(value, count) }
    }

    private mutating func raise(_ value: Value, by amount: Int) -> Int {
        let raise = { (count: inout Int) in
            let old = count
            count = old.changed(by: amount)
            return old
        }
        return raise(&counts[value, default: 0])
    }
}
