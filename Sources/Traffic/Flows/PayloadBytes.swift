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

    mutating func add(_ bytes: RawSpan, _ direction: FlowDirection) {
        switch direction {
        case .forward: Self.count(bytes, into: &forward)
        case .backward: Self.count(bytes, into: &backward)
        }
    }

    private static func count(_ bytes: RawSpan, into counts: inout [Int]) {
        for offset in bytes.byteOffsets {
            guard let byte = bytes.byte(at: offset) else { return }
            counts[Int(byte)] += 1
        }
    }
}
