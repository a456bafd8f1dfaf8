/// How a stream of application data is cut into records of TLS 1.3, RFC 8446 section 5.
enum TLSRecords {
    static let headerLength = 5
    /// What encryption adds: the true type of the content, and a tag of 16 bytes.
    private static let overhead = 17
    private static let longest = headerLength + (1 << 14) + overhead
    private static let applicationData: UInt8 = 23

    /// How many bytes records take that carry so many bytes, at least one.
    static func count(carrying count: Int) -> Int {
        let content = longest - headerLength - overhead
        let (full, rest) = max(count, 1).quotientAndRemainder(dividingBy: content)
        return full * longest + (rest > 0 ? headerLength + overhead + rest : 0)
    }

    /// Puts the headers of records into those bytes of a stream of `count` that lie at `places`; they begin at `first`.
    static func writeHeaders(of count: Int, within places: Range<Int>, at first: Int, into bytes: inout [UInt8]) {
        var start = places.lowerBound / longest * longest
        while start < places.upperBound {
            let header = header(length: min(longest, count - start) - headerLength)
            for (offset, byte) in header.enumerated() where places.contains(start + offset) {
                bytes[first + start + offset - places.lowerBound] = byte
            }
            start += longest
        }
    }

    private static func header(length: Int) -> [UInt8] {
        [applicationData, 3, 3, UInt8(truncatingIfNeeded: length >> 8), UInt8(truncatingIfNeeded: length)]
    }
}
