/// Bytes taken one after the other; beyond their end there are zeros.
struct Tape {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: RawSpan) {
        self.bytes = bytes.withUnsafeBytes { Array($0) }
    }

    var isAtEnd: Bool { place >= bytes.count }

    mutating func byte() -> UInt8 {
        guard place < bytes.count else { return 0 }
        defer { place += 1 }
        return bytes[place]
    }

    /// A number of `count` bytes, the first the most significant.
    mutating func number(_ count: Int) -> UInt64 {
        (0..<count).reduce(0) { number, _ in number << 8 | UInt64(byte()) }
    }

    /// The next bytes, as many as there are of `count`.
    mutating func bytes(_ count: Int) -> [UInt8] {
        let taken = bytes[place..<min(place + count, bytes.count)]
        place += taken.count
        return Array(taken)
    }
}
