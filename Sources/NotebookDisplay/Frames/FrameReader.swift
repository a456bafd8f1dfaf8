/// Takes values off the front of bytes that may be damaged: every read is checked against what is left.
package struct FrameReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Stands before the first byte.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package var isAtEnd: Bool { position == bytes.count }

    package func damaged(_ reason: FrameError.Reason) -> FrameError { FrameError(reason: reason, offset: position) }

    package mutating func readByte() throws(FrameError) -> UInt8 {
        guard position < bytes.count else { throw damaged(.truncated) }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func read<Value: FrameCodable>() throws(FrameError) -> Value { try Value(from: &self) }

    package mutating func read<Value: FrameCodable>() throws(FrameError) -> Value? {
        switch try readByte() {
        case 0: nil
        case 1: try Value(from: &self)
        case let tag: throw damaged(.tag(tag))
        }
    }

    /// Every element has at least one byte, so a length beyond the bytes that are left is damage, and nothing is
    /// reserved on the word of a length alone.
    package mutating func read<Value: FrameCodable>() throws(FrameError) -> [Value] {
        let count = try readLength()
        var values: [Value] = []
        values.reserveCapacity(min(count, 256))
        for _ in 0..<count { values.append(try Value(from: &self)) }
        return values
    }

    package mutating func read() throws(FrameError) -> [UInt8] {
        let count = try readLength()
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    /// A count of things, small enough that sums of counts stay whole numbers.
    mutating func readCount() throws(FrameError) -> Int {
        let count: Int = try read()
        guard (0..<(1 << 40)).contains(count) else { throw damaged(.number) }
        return count
    }

    mutating func readNumber() throws(FrameError) -> UInt64 {
        var number: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let byte = try readByte()
            let part = UInt64(byte & 0x7F)
            guard shift < 63 || part <= 1 else { throw damaged(.number) }
            number |= part << shift
            if byte < 0x80 { return number }
        }
        throw damaged(.number)
    }

    mutating func readBits() throws(FrameError) -> UInt64 {
        var bits: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try readByte()) << shift }
        return bits
    }

    private mutating func readLength() throws(FrameError) -> Int {
        let length = try readNumber()
        guard length <= UInt64(bytes.count - position) else { throw damaged(.truncated) }
        return Int(length)
    }
}
