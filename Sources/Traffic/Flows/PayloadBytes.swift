/// How often each byte value occurs in the captured payload of each direction.
public struct PayloadBytes: Hashable, Sendable {
    /// The counts forward, by byte value.
    public private(set) var forward = [Int](repeating: 0, count: 256)
    /// The counts backward, by byte value.
    public private(set) var backward = [Int](repeating: 0, count: 256)

    /// No bytes yet.
    public init() {}

    /// The counts of both directions together.
    public var both: [Int] { zip(forward, backward).map(+) }

    /// Counts the bytes in `range`, as far as they were captured.
    mutating func add(_ bytes: RawSpan, _ range: Range<Int>, _ direction: FlowDirection) {
        switch direction {
        case .forward: Self.count(bytes, range, into: &forward)
        case .backward: Self.count(bytes, range, into: &backward)
        }
    }

    /// The memory the counts take, in bytes.
    var byteCount: Int { (forward.capacity + backward.capacity) * MemoryLayout<Int>.stride }

    mutating func reverse() { swap(&forward, &backward) }

    private static func count(_ bytes: RawSpan, _ range: Range<Int>, into counts: inout [Int]) {
        for offset in range.clamped(to: bytes.byteOffsets) { counts[Int(bytes.uint8(at: offset))] += 1 }
    }
}
