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

    /// Adds bytes in the same way; after an odd number of them nothing more may be added.
    ///
    /// Words of any width give the same sum modulo 2¹⁶ − 1, so eight bytes are added at once.
    mutating func add(_ bytes: RawSpan) {
        var offset = 0
        while offset + 8 <= bytes.byteCount {
            let word = bytes.uint64(at: offset)
            sum &+= word >> 32 &+ word & 0xffff_ffff
            offset += 8
        }
        while offset + 2 <= bytes.byteCount {
            add(bytes.uint16(at: offset))
            offset += 2
        }
        if offset < bytes.byteCount { sum += UInt64(bytes.uint8(at: offset)) << 8 }
    }

    /// Adds an address.
    mutating func add(_ address: IPAddress) {
        for half in [address.high, address.low] { sum &+= half >> 32 &+ half & 0xffff_ffff }
    }

    /// Whether what was added, a checksum among it, has not changed since that was computed.
    var isSound: Bool { value == 0 }

    /// The checksum of all that was added.
    var value: UInt16 {
        var folded = sum
        while folded > 0xffff { folded = folded & 0xffff + folded >> 16 }
        return ~UInt16(folded)
    }
}
