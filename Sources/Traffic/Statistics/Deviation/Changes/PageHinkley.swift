/// The Page–Hinkley test: whether the mean of a series has moved, without a baseline to compare it with.
///
///     var test = try PageHinkley(tolerance: 0.1, limit: 20)
///     for bits in entropies { if let change = try test.add(bits) { … } }
///
/// It adds up how far values lie from the mean of all values so far, less a tolerance, and compares this with the least
/// it has been (Page, Biometrika 41, 1954; Hinkley, Biometrika 58, 1971). Both arguments are in the unit of the values.
/// Here in both directions.
public struct PageHinkley: Hashable, Sendable {
    /// How far the mean may move unnoticed.
    public let tolerance: Double
    /// The sum beyond which a change is told.
    public let limit: Double
    /// The fewest values before that, counted from the last change.
    public let needed: Int
    private var index = 0
    private var count = 0
    private var mean = 0.0
    private var rise = Side()
    private var fall = Side()

    /// What has come together in one direction.
    private struct Side: Hashable, Sendable {
        var sum = 0.0
        var least = 0.0
        var onset = 0

        mutating func add(_ excess: Double, at index: Int) {
            sum += excess
            if sum <= least { (least, onset) = (sum, index + 1) }
        }

        var height: Double { sum - least }
    }

    /// A test that has seen nothing.
    /// - Throws: ``StatisticsError`` for a tolerance that is negative, a limit that is not above zero, either beyond
    ///   10¹⁵⁰, and fewer than one needed value.
    public init(tolerance: Double, limit: Double, needed: Int = 30) throws(StatisticsError) {
        guard tolerance >= 0, tolerance <= OrderedReadings.largest else {
            throw .outOfRange(
                argument: "Page–Hinkley tolerance", value: "\(tolerance)", allowed: "one from 0 to 1e150")
        }
        guard limit > 0, limit <= OrderedReadings.largest else {
            throw .outOfRange(argument: "Page–Hinkley limit", value: "\(limit)", allowed: "one above 0, at most 1e150")
        }
        guard needed > 0 else { throw .notPositive(argument: "needed values", value: "\(needed)") }
        (self.tolerance, self.limit, self.needed) = (tolerance, limit, needed)
    }

    /// Takes the next value, nil for a gap, which changes nothing but counts as a reading. After a change it starts
    /// anew.
    /// - Throws: ``StatisticsError`` for a value that is not finite, or beyond 10¹⁵⁰; nothing changes then.
    /// - Complexity: O(1).
    public mutating func add(_ value: Double?) throws(StatisticsError) -> ChangePoint? {
        if let value { try OrderedReadings.check(value, at: index, for: "Page–Hinkley") }
        defer { index += 1 }
        guard let value else { return nil }
        count += 1
        mean += (value - mean) / Double(count)
        rise.add(value - mean - tolerance, at: index)
        fall.add(mean - value - tolerance, at: index)
        guard count >= needed, max(rise.height, fall.height) > limit else { return nil }
        return restart()
    }

    private mutating func restart() -> ChangePoint {
        let isUp = rise.height > fall.height
        let side = isUp ? rise : fall
        let shift = side.height / Double(index - side.onset + 1) + tolerance
        (count, mean) = (0, 0)
        rise = Side(onset: index + 1)
        fall = Side(onset: index + 1)
        return ChangePoint(index: index, onset: side.onset, direction: isUp ? .up : .down, shift: isUp ? shift : -shift)
    }
}
