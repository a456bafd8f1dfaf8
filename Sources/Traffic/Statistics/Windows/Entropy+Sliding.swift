extension Entropy {
    /// What ``forEachWindow(of:every:in:_:)`` hands over.
    @_specialize(where Value == UInt16)
    @_specialize(where Value == Int)
    @_specialize(where Value == IPAddress)
    static func slide<Value: Hashable & Sendable>(
        over values: [Value], _ length: Int, _ step: Int, _ body: (_ first: Int, _ bits: Double) -> Void
    ) {
        guard values.count >= length else { return }
        if let ports = values as? [UInt16] { return slide(over: ports, places: 1 << 16, length, step, body) }
        let (places, support) = places(of: values)
        slide(over: places, places: support, length, step, body)
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
        over values: [some FixedWidthInteger], places: Int, _ length: Int, _ step: Int,
        _ body: (_ first: Int, _ bits: Double) -> Void
    ) {
        guard length < FixedLogarithm.tabled else {
            return slide(LongWindow(length: length), over: values, places: places, length, step, body)
        }
        slide(ShortWindow(length: length), over: values, places: places, length, step, body)
    }

    @inline(__always)
    private static func slide(
        _ window: consuming some SteadyWindow, over values: [some FixedWidthInteger], places: Int, _ length: Int,
        _ step: Int, _ body: (_ first: Int, _ bits: Double) -> Void
    ) {
        var counts = Array(repeating: 0, count: places)
        var table = counts.mutableSpan
        for value in values.prefix(length) { window.add(value, counting: &table) }
        body(0, window.bits)
        if step == 1 {
            slideByOne(&window, &table, values.span, length, body)
        } else {
            slide(&window, &table, values.span, length, step, body)
        }
    }

    /// What is asked for most: a loop without another in it.
    @inline(__always)
    private static func slideByOne(
        _ window: inout some SteadyWindow, _ table: inout MutableSpan<Int>, _ values: Span<some FixedWidthInteger>,
        _ length: Int, _ body: (_ first: Int, _ bits: Double) -> Void
    ) {
        for entering in length..<values.count {
            let leaving = entering &- length
            window.replace(values[leaving], by: values[entering], counting: &table)
            body(leaving &+ 1, window.bits)
        }
    }

    /// From one window to the next as many values leave at the old one's beginning as enter at the new one's end.
    @inline(__always)
    private static func slide(
        _ window: inout some SteadyWindow, _ table: inout MutableSpan<Int>, _ values: Span<some FixedWidthInteger>,
        _ length: Int, _ step: Int, _ body: (_ first: Int, _ bits: Double) -> Void
    ) {
        var (first, entering) = (0, max(length, step))
        for _ in 0..<(values.count - length) / step {
            for place in 0..<min(step, length) {
                window.replace(values[first &+ place], by: values[entering &+ place], counting: &table)
            }
            first &+= step
            entering &+= step
            body(first, window.bits)
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
