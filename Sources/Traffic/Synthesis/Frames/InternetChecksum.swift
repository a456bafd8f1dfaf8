/// The checksum of IPv4, TCP, UDP and ICMP: the ones' complement of the ones' complement sum of 16-bit words, RFC 1071.
struct InternetChecksum {
    private var sum: UInt64 = 0

    /// Adds a word.
    mutating func add(_ word: UInt16) { sum += UInt64(word) }

    /// Adds bytes, the first of each two the more significant; a last one without a partner counts as if zero followed.
    mutating func add(_ bytes: some Collection<UInt8>) {
        var isUpper = true
        for byte in bytes {
            sum += isUpper ? UInt64(byte) << 8 : UInt64(byte)
            isUpper.toggle()
        }
    }

    /// The checksum of all that was added.
    var value: UInt16 {
        var folded = sum
        while folded > 0xffff { folded = folded & 0xffff + folded >> 16 }
        return ~UInt16(folded)
    }
}
