/// A sequence of events cut into windows, from the first to the one that holds the last event.
///
///     let windows = try packets.windows(.tumbling(.seconds(60)))
///     let series = windows.map { Entropy.bits(ofValues: $0.compactMap(\.destinationPort)) }
///
/// Windows begin with the first event and follow each other by the step; the series ends with the first window that
/// reaches the last event, which is the only one that may be cut short, or where the step is longer than the windows,
/// with the last that begins before the events end. Windows in which nothing happened are kept: they are part of the
/// series. Events are put in order of time first, equal times in the order they came.
///
/// A window is made when it is asked for, so a capture whose clock jumps by years costs no memory.
/// - Complexity: O(log *n*) for a window by time, O(1) for a window by count.
public struct Windows<Element: Timed>: RandomAccessCollection {
    private let elements: [Element]
    private let measure: Windowing.Measure
    /// How many windows there are.
    public let count: Int

    /// Cuts `elements` into windows.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    public init(of elements: some Sequence<Element>, _ windowing: Windowing) throws(StatisticsError) {
        try windowing.validate()
        measure = windowing.measure
        self.elements = Self.ordered(Array(elements))
        count = Self.count(self.elements, measure)
    }

    /// The number of the first window.
    public var startIndex: Int { 0 }
    /// One more than the number of the last window.
    public var endIndex: Int { count }

    /// The window of a number.
    public subscript(index: Int) -> Window<Element> {
        demand(indices.contains(index), "there are \(count) windows, so none has number \(index): look at count first")
        return switch measure {
        case .time(let length, let step): window(index, length: length, step: step)
        case .count(let length, let step): window(index, length: length, step: step)
        }
    }
}

extension Windows: Sendable where Element: Sendable {}

extension Sequence where Element: Timed {
    /// Cuts the events into windows.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)`` for a length or step that is not above zero.
    public func windows(_ windowing: Windowing) throws(StatisticsError) -> Windows<Element> {
        try Windows(of: self, windowing)
    }
}

extension Windows {
    private func window(_ index: Int, length: Int64, step: Int64) -> Window<Element> {
        let first = elements[0].time
        let offset = UInt64(index).times(UInt64(step))
        let end = offset.plus(UInt64(length))
        let places = place(ofOffset: offset)..<(end == .max ? elements.count : place(ofOffset: end))
        return Window(
            index: index, start: first.advanced(byOffset: offset), end: first.advanced(byOffset: end),
            elements: elements[places])
    }

    private func window(_ index: Int, length: Int, step: Int) -> Window<Element> {
        let slice = elements.dropFirst(index * step).prefix(length)
        let start = slice.first?.time ?? elements[0].time
        return Window(index: index, start: start, end: slice.last?.time ?? start, elements: slice)
    }

    /// The first place whose element comes `offset` nanoseconds or more after the first one.
    private func place(ofOffset offset: UInt64) -> Int {
        let first = elements[0].time
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].time.offset(from: first) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Has special code for packets, because callers that are compiled without optimisation would run the general one.
    @_specialize(where Element == Packet)
    private static func ordered(_ elements: [Element]) -> [Element] {
        let isOrdered = zip(elements, elements.dropFirst()).allSatisfy { $0.time <= $1.time }
        return isOrdered ? elements : elements.sorted { $0.time < $1.time }
    }

    private static func count(_ elements: [Element], _ measure: Windowing.Measure) -> Int {
        guard let first = elements.first, let last = elements.last else { return 0 }
        return switch measure {
        case .count(let length, let step):
            steps(toCover: UInt64(elements.count), length: UInt64(length), step: UInt64(step))
        case .time(let length, let step):
            steps(toCover: last.time.offset(from: first.time).plus(1), length: UInt64(length), step: UInt64(step))
        }
    }

    /// The number of windows up to the first that reaches `extent`, of those that begin before it.
    private static func steps(toCover extent: UInt64, length: UInt64, step: UInt64) -> Int {
        guard extent > length else { return 1 }
        let rest = extent - length
        return Int(clamping: Swift.min((rest / step).plus(rest % step == 0 ? 1 : 2), ((extent - 1) / step).plus(1)))
    }
}
