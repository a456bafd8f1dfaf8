/// Counts of small whole numbers, such as ports, lengths and bytes, each in its own place of a table.
///
/// Numbers from 0 to 65,535 have a place, whatever their type; others are counted by hash, so that none is lost.
/// - Complexity: O(1); half a megabyte of memory, for bytes two kilobytes.
public struct DirectCounts<Value: FixedWidthInteger & Sendable>: CountTable {
    private var counts: [Int]
    private var others = HashedCounts<Value>()

    /// Nothing counted.
    public init() {
        counts = Array(repeating: 0, count: Value.bitWidth < 16 ? 1 << Value.bitWidth : 1 << 16)
    }

    /// How often a value was counted.
    public subscript(value: Value) -> Int {
        guard let place = place(of: value) else { return others[value] }
        return counts[place]
    }

    /// Changes the count of a value by `amount`, but not to less than zero or to more than a number takes.
    /// - Returns: the count before.
    @inline(__always)
    @_specialize(where Value == UInt16)
    @_specialize(where Value == UInt8)
    @_specialize(where Value == Int)
    public mutating func change(_ value: Value, by amount: Int) -> Int {
        guard let place = place(of: value) else { return changeOther(value, by: amount) }
        let old = counts[place]
        counts[place] = old.changed(by: amount)
        return old
    }

    /// How many values were counted how often.
    /// - Complexity: O(1) in the number of observations: all places are looked at.
    public var spectrum: CountSpectrum { CountSpectrum(counts: counts + others.values) }

    @inline(never)
    private mutating func changeOther(_ value: Value, by amount: Int) -> Int {
        others.change(value, by: amount)
    }

    @inline(__always)
    private func place(of value: Value) -> Int? {
        let place = UInt(truncatingIfNeeded: value)
        return place < UInt(bitPattern: counts.count) && Value(truncatingIfNeeded: place) == value ? Int(place) : nil
    }
}
