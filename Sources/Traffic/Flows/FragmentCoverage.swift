/// Which bytes of a packet its fragments have brought so far.
///
/// Ordinary fragments come in order and make one range. Sixteen ranges are kept apart; a packet in more pieces than
/// that no longer tells overlaps, rather than growing.
struct FragmentCoverage {
    private var ranges: [Range<Int>] = []

    private static let mostRanges = 16

    /// Adds the bytes of a fragment.
    /// - Returns: whether some of them were there before.
    mutating func add(_ part: Range<Int>) -> Bool {
        guard !part.isEmpty, ranges.count < Self.mostRanges else { return false }
        let overlaps = ranges.contains { $0.overlaps(part) }
        let touching = ranges.filter { $0.upperBound >= part.lowerBound && part.upperBound >= $0.lowerBound }
        let lower = touching.map(\.lowerBound).min().map { min($0, part.lowerBound) } ?? part.lowerBound
        let upper = touching.map(\.upperBound).max().map { max($0, part.upperBound) } ?? part.upperBound
        ranges.removeAll { touching.contains($0) }
        ranges.append(lower..<upper)
        return overlaps
    }
}
