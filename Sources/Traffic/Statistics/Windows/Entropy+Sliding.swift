extension Entropy {
    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func bits<Value: Hashable & Sendable>(of values: [Value], _ length: Int, _ step: Int) -> [Double] {
        if let ports = values as? [UInt16] { return slide(over: ports, DirectCounts(), length, step) }
        let numbers = numbered(values)
        return slide(over: numbers.values, DirectCounts(places: numbers.support), length, step)
    }

    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func bits<Value: Hashable & Sendable>(
        of values: [Value], at times: [Timestamp], _ length: UInt64
    ) -> [Double] {
        if let ports = values as? [UInt16] { return trail(over: ports, DirectCounts(), times, length) }
        let numbers = numbered(values)
        return trail(over: numbers.values, DirectCounts(places: numbers.support), times, length)
    }

    /// The values as numbers from zero in the order in which they came first, so that each is hashed once.
    private static func numbered<Value: Hashable>(_ values: [Value]) -> (values: [Int], support: Int) {
        var numbers: [Value: Int] = [:]
        let numbered = values.map { value in
            let next = numbers.count
            let number = { (number: inout Int) in number }(&numbers[value, default: next])
            return number
        }
        return (numbered, numbers.count)
    }

    @inline(__always)
    private static func slide<Table: CountTable>(
        over values: [Table.Value], _ table: Table, _ length: Int, _ step: Int
    ) -> [Double] {
        guard values.count >= length else { return [] }
        var bits: [Double] = []
        bits.reserveCapacity((values.count - length) / step + 1)
        var window = MultisetEntropy(counts: table)
        var held = 0..<0
        for start in stride(from: 0, through: values.count - length, by: step) {
            let kept = min(start, held.upperBound)
            for leaving in held.lowerBound..<kept { window.remove(values[leaving]) }
            for coming in max(held.upperBound, start)..<start + length { window.add(values[coming]) }
            held = start..<start + length
            bits.append(window.bits)
        }
        return bits
    }

    @inline(__always)
    private static func trail<Table: CountTable>(
        over values: [Table.Value], _ table: Table, _ times: [Timestamp], _ length: UInt64
    ) -> [Double] {
        let count = min(values.count, times.count)
        var bits: [Double] = []
        bits.reserveCapacity(count)
        var window = MultisetEntropy(counts: table)
        var leaving = 0
        var (oldest, latest) = (Int64.min, Int64.min)
        for coming in 0..<count {
            latest = max(latest, times[coming].nanoseconds)
            while leaving < coming {
                oldest = max(oldest, times[leaving].nanoseconds)
                guard UInt64(bitPattern: latest &- oldest) >= length else { break }
                window.remove(values[leaving])
                leaving += 1
            }
            window.add(values[coming])
            bits.append(window.bits)
        }
        return bits
    }
}
