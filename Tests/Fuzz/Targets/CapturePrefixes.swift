import Traffic
import TrafficCapture

/// A capture that may end anywhere: before its end, every beginning of it reads like the whole.
struct CapturePrefixes {
    private let bytes: [UInt8]
    private let whole: FileReading

    /// As the time for all beginnings grows with the square of the length, only captures up to this one are tried.
    static let longest = 1 << 16

    init(_ bytes: [UInt8]) throws {
        self.bytes = bytes
        whole = try FileReading(bytes.span.bytes, pieces: bytes.count + 1, room: bytes.count + 1)
    }

    /// Checks the beginnings of every length, or of one in `step`.
    /// - Returns: how many there were.
    func checkAll(step: Int = 1) throws -> Int {
        var (count, frames) = (0, 0)
        for length in stride(from: 0, through: bytes.count, by: step) {
            let reading = try read(length)
            try check(reading, length)
            try hold(reading.frames >= frames, "\(length) bytes give no fewer frames than fewer bytes")
            (count, frames) = (count + 1, reading.frames)
        }
        return count
    }

    /// In pieces, and with room for bytes, of a size that differs from one length to the next.
    private func read(_ length: Int) throws -> FileReading {
        let pieces = [1 << 16, 4096, 1460, 251][length & 3]
        return try FileReading(bytes.span.bytes.extracting(first: length), pieces: pieces, room: 32 << (length & 7))
    }

    private func check(_ reading: FileReading, _ length: Int) throws {
        if length == bytes.count { return try hold(reading == whole, "pieces change nothing") }
        try hold(whole.begins(like: reading), "\(length) bytes give the frames that the whole begins with")
        switch reading.fault {
        case .cut(_, let expected, let found):
            try hold(found < expected, "\(length) bytes are cut where bytes are wanting")
            try hold(reading.place.map { $0 + found <= length } ?? false, "\(length) bytes are cut before their end")
        case nil, .compressionCut: break
        case let fault: try hold(fault == whole.fault, "\(length) bytes are cut, and no more is wrong with them")
        }
    }
}
