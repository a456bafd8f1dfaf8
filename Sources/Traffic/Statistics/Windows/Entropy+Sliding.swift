extension Entropy {
    /// The figures of ``bits(ofValues:inWindowsOf:every:)``.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func bits<Value: Hashable & Sendable>(of values: [Value], _ length: Int, _ step: Int) -> [Double] {
        guard values.count >= length else { return [] }
        if let ports = values as? [UInt16] { return slide(over: ports, places: 1 << 16, length, step) }
        let (places, support) = places(of: values)
        return slide(over: places, places: support, length, step)
    }

    /// The figures of ``bits(ofValues:at:inLast:)``.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func bits<Value: Hashable & Sendable>(
        of values: [Value], at times: [Timestamp], _ length: UInt64
    ) -> [Double] {
        if let ports = values as? [UInt16] { return trail(over: ports, places: 1 << 16, times, length) }
        let (places, support) = places(of: values)
        return trail(over: places, places: support, times, length)
    }

    /// A place in a table for each value, from zero in the order in which they came first, so that each is hashed once.
    private static func places<Value: Hashable>(of values: [Value]) -> (places: [UInt32], support: Int) {
        var places: [Value: UInt32] = [:]
        let found = values.map { value in
            let next = UInt32(truncatingIfNeeded: places.count)
            return { (place: inout UInt32) in place }(&places[value, default: next])
        }
        return (found, places.count)
    }

    @inline(__always)
    private static func slide(
        over values: [some FixedWidthInteger], places: Int, _ length: Int, _ step: Int
    ) -> [Double] {
        var counts = Array(repeating: 0, count: places)
        var table = counts.mutableSpan
        var window = CountedWindow()
        var bits: [Double] = []
        bits.reserveCapacity((values.count - length) / step + 1)
        for start in stride(from: 0, through: values.count - length, by: step) {
            window.move(to: start..<start + length, of: values.span, counting: &table)
            bits.append(window.sum.bits)
        }
        return bits
    }

    @inline(__always)
    private static func trail(
        over values: [some FixedWidthInteger], places: Int, _ times: [Timestamp], _ length: UInt64
    ) -> [Double] {
        let count = min(values.count, times.count)
        var counts = Array(repeating: 0, count: places)
        var table = counts.mutableSpan
        var window = CountedWindow()
        var bits: [Double] = []
        bits.reserveCapacity(count)
        var (first, oldest, latest) = (0, Int64.min, Int64.min)
        for last in 0..<count {
            latest = max(latest, times[last].nanoseconds)
            while first < last {
                oldest = max(oldest, times[first].nanoseconds)
                guard UInt64(bitPattern: latest &- oldest) >= length else { break }
                first += 1
            }
            window.move(to: first..<last + 1, of: values.span, counting: &table)
            bits.append(window.sum.bits)
        }
        return bits
    }
}
