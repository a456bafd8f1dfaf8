/// The entropy of the latest values: of the last so many of them, or of those of the last so long.
///
///     var ports = try DenseTrailingEntropy<UInt16>(last: .seconds(60))
///     for packet in packets {
///         ports.add(packet.destinationPort ?? 0, at: packet.time)
///         print(packet.time, ports.bits)
///     }
///
/// A window that slides with each event. By time it holds what is less than `length` older than the latest event; one
/// that comes with an earlier time than another before it counts as of that one's, and in ``lateEvents``.
/// - Complexity: O(1) amortised an event; memory for the events of the window.
public struct TrailingWindow<Table: CountTable>: Sendable where Table.Value: Sendable {
    private enum Span: Sendable {
        case events(Int)
        case time(UInt64)
    }

    /// The entropy of what is in the window, with its total and its support.
    public private(set) var entropy = MultisetEntropy<Table>()
    /// How many events came with an earlier time than another before them.
    public private(set) var lateEvents = 0
    private let span: Span
    private var events = Queue<(time: Timestamp, value: Table.Value)>()

    /// A window of the last `count` events.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)``.
    public init(last count: Int) throws(StatisticsError) {
        try Windowing.tumbling(packets: count).validate()
        span = .events(count)
    }

    /// A window of the last `length`.
    /// - Throws: ``StatisticsError/notPositive(argument:value:)``.
    public init(last length: Duration) throws(StatisticsError) {
        try Windowing.tumbling(length).validate()
        span = .time(UInt64(length.wholeNanoseconds))
    }

    /// The entropy of the window in bits.
    public var bits: Double { entropy.bits }

    /// Adds an event, and takes back those that leave the window by it.
    @_specialize(where Table == DirectCounts<UInt16>)
    @_specialize(where Table == HashedCounts<IPAddress>)
    public mutating func add(_ value: Table.Value, at time: Timestamp) {
        let latest = events.last?.time ?? time
        if time < latest { lateEvents += 1 }
        let time = max(time, latest)
        while let first = events.first, hasLeft(first.time, at: time) {
            entropy.remove(first.value)
            events.removeFirst()
        }
        events.append((time, value))
        entropy.add(value)
    }

    @inline(__always)
    private func hasLeft(_ first: Timestamp, at time: Timestamp) -> Bool {
        switch span {
        case .events(let most): events.count >= most
        case .time(let length): time.offset(from: first) >= length
        }
    }
}

/// The entropy of the latest values of any kind (``TrailingWindow``).
public typealias TrailingEntropy<Value: Hashable & Sendable> = TrailingWindow<HashedCounts<Value>>

/// The entropy of the latest small whole numbers, such as ports (``TrailingWindow``).
public typealias DenseTrailingEntropy<Value: FixedWidthInteger & Sendable> = TrailingWindow<DirectCounts<Value>>
