/// What one side says in one go: some bytes at hand, and after them as many as are wanted, made only when asked for.
///
/// A gigabyte takes as little room as a line, and a segment that is sent again has the same bytes.
struct Payload: Hashable, Sendable {
    /// What follows the bytes at hand.
    enum Tail: Hashable, Sendable {
        /// Bytes without a form, as compressed and encrypted ones are.
        case noise
        /// Records of TLS application data, RFC 8446 section 5.2.
        case records
    }

    let head: [UInt8]
    let tail: Tail
    let tailCount: Int
    let seed: UInt64

    /// `head`, then `count` bytes; where records are asked for, at least one.
    init(_ head: [UInt8] = [], _ tail: Tail = .noise, count: Int = 0, seed: UInt64 = 0) {
        (self.head, self.tail, self.seed) = (head, tail, seed)
        tailCount = tail == .records ? TLSRecords.count(carrying: count) : max(count, 0)
    }

    /// How many bytes there are.
    var count: Int { head.count + tailCount }

    /// The bytes at these places.
    func bytes(_ places: Range<Int>) -> [UInt8] {
        var bytes = Array(head[places.clamped(to: 0..<head.count)])
        guard places.upperBound > head.count else { return bytes }
        bytes.reserveCapacity(places.count)
        let rest = max(places.lowerBound - head.count, 0)..<places.upperBound - head.count
        let first = bytes.count
        appendNoise(rest, to: &bytes)
        if tail == .records { TLSRecords.writeHeaders(of: tailCount, within: rest, at: first, into: &bytes) }
        return bytes
    }

    private func appendNoise(_ places: Range<Int>, to bytes: inout [UInt8]) {
        var place = places.lowerBound
        while place < places.upperBound {
            let word = NoiseGenerator.word(seed, at: UInt64(place >> 3))
            let end = min(((place >> 3) + 1) << 3, places.upperBound)
            for offset in place..<end { bytes.append(UInt8(truncatingIfNeeded: word >> (UInt64(offset & 7) << 3))) }
            place = end
        }
    }
}
