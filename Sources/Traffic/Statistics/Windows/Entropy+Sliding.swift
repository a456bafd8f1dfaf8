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

    /// From one window to the next as many values leave at the old one's beginning as enter at the new one's end.
    @inline(__always)
    private static func slide(
        over values: [some FixedWidthInteger], places: Int, _ length: Int, _ step: Int
    ) -> [Double] {
        let changed = min(step, length)
        return Array(capacity: (values.count - length) / step + 1) { bits in
            var counts = Array(repeating: 0, count: places)
            var table = counts.mutableSpan
            let (values, figure) = (values.span, EntropyFigure(total: length, .base2))
            var window = CountedWindow()
            for place in 0..<length { window.add(values[place], counting: &table) }
            bits.append(figure.bits(sum: window.sum))
            var (leaving, entering) = (0, max(length, step))
            for _ in 1..<bits.capacity {
                for place in 0..<changed {
                    window.replace(values[leaving &+ place], by: values[entering &+ place], counting: &table)
                }
                bits.append(figure.bits(sum: window.sum))
                leaving &+= step
                entering &+= step
            }
        }
    }

    @inline(__always)
    private static func trail(
        over values: [some FixedWidthInteger], places: Int, _ times: [Timestamp], _ length: UInt64
    ) -> [Double] {
        Array(capacity: min(values.count, times.count)) { bits in
            var counts = Array(repeating: 0, count: places)
            var table = counts.mutableSpan
            let (values, times, logarithm) = (values.span, times.span, FixedLogarithm.base2)
            var window = CountedWindow()
            var (first, oldest, latest) = (0, Int64.min, Int64.min)
            for last in 0..<bits.capacity {
                latest = max(latest, times[last].nanoseconds)
                while first < last {
                    oldest = max(oldest, times[first].nanoseconds)
                    guard UInt64(bitPattern: latest &- oldest) >= length else { break }
                    window.remove(values[first], counting: &table)
                    first &+= 1
                }
                window.add(values[last], counting: &table)
                bits.append(EntropyFigure(total: last &+ 1 &- first, logarithm).bits(sum: window.sum))
            }
        }
    }
}
