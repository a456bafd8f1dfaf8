import Traffic

/// The bytes of a pcap file that are not yet written.
struct PcapRecordWriter {
    private(set) var bytes: [UInt8] = []

    private static let magic: UInt32 = 0xa1b2_3c4d
    private static let capacity = 1 << 18

    var isFull: Bool { bytes.count >= Self.capacity }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func appendFileHeader(linkType: UInt16, snapLength: Int) {
        let version: UInt32 = 2 | 4 << 16
        for word in [Self.magic, version, 0, 0, UInt32(snapLength), UInt32(linkType)] { append(word) }
    }

    /// - Returns: false, and nothing is appended, for a time that the format cannot hold.
    mutating func append(_ frame: RawSpan, time: Timestamp, originalLength: Int) -> Bool {
        let (seconds, nanoseconds) = time.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        guard time.nanoseconds >= 0, let wholeSeconds = UInt32(exactly: seconds) else { return false }
        append(wholeSeconds)
        append(UInt32(nanoseconds))
        append(UInt32(frame.byteCount))
        append(UInt32(clamping: originalLength))
        frame.withUnsafeBytes { bytes.append(contentsOf: $0) }
        return true
    }

    private mutating func append(_ word: UInt32) {
        withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
