/// How often each value was seen.
///
///     var ports = Counts([80, 443, 80])
///     ports.add(80)
///     ports[80]             // 3
///     ports.total           // 4
///     ports.mostCommon(1)   // [(value: 80, count: 3)]
///
/// - Complexity: adding is O(1) on average.
public struct Counts<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The count of each value that was seen; every count is above zero. The order is arbitrary.
    public private(set) var byValue: [Value: Int] = [:]
    /// The number of observations, the sum of all counts.
    public private(set) var total = 0

    /// Nothing seen yet.
    public init() {}

    /// Counts the values of a sequence.
    public init(_ values: some Sequence<Value>) {
        for value in values { add(value) }
    }

    /// How many different values were seen.
    public var support: Int { byValue.count }

    /// Whether nothing was seen.
    public var isEmpty: Bool { total == 0 }

    /// How often `value` was seen.
    public subscript(value: Value) -> Int { byValue[value, default: 0] }

    /// Sees `value` once more.
    public mutating func add(_ value: Value) {
        byValue[value, default: 0] += 1
        total += 1
    }

    /// Takes back one observation of `value`; nothing happens where it was not seen.
    public mutating func remove(_ value: Value) {
        guard let count = byValue[value] else { return }
        byValue[value] = count > 1 ? count - 1 : nil
        total -= 1
    }
}

extension Counts where Value: Comparable {
    /// The values with their counts in ascending order of the values, whatever the run's hash seed.
    public var sorted: [(value: Value, count: Int)] {
        byValue.map { (value: $0.key, count: $0.value) }.sorted { $0.value < $1.value }
    }

    /// The `limit` most frequent values, the most frequent first and equally frequent ones in ascending order.
    public func mostCommon(_ limit: Int) -> [(value: Value, count: Int)] {
        let ranked = byValue.map { (value: $0.key, count: $0.value) }.sorted {
            $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count
        }
        return Array(ranked.prefix(Swift.max(limit, 0)))
    }
}
